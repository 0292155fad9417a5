"""Replaces unnamed groups by those for whom they act, and keeps all others out of the graph.

"Israeli troops" become the forces of Israel, "Iranian officials" Iran, "Taliban fighters" the Taliban. A
group without a name and without a country ("dua orang", "rumah") cannot be recognised in another document, so
its node would only clutter the graph. The extraction itself keeps all groups, and a mention keeps its phrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from cypher.model.assertions import identified
from cypher.model.graph import Claim, Entity, EntityKind, Event, Extraction, Mention, Relation
from ingest.resolution.collectives import CountsFor, acts_for_owner, collective, counts_for, state

_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.ARMED_GROUP, EntityKind.GOVERNMENT_BODY})
_MATERIAL_CONFLICT = 4


def without_unnamed_groups(extraction: Extraction) -> Extraction:
    """Return the extraction with unnamed groups replaced by whom their acts count for, or left out.

    Ids of claims stay the same, so that judgements keep their claims. An event whose parties are replaced
    gets the id of its new parties.
    """
    stand_ins = _StandIns.of(extraction)
    if not stand_ins.groups:
        return extraction
    claims = tuple(claim for item in extraction.claims if (claim := stand_ins.claim(item)) is not None)
    mentions = tuple(found for item in extraction.mentions if (found := stand_ins.mention(item)) is not None)
    return replace(extraction, claims=claims, mentions=mentions, entities=tuple(stand_ins.entities()))


def is_nobody(entity: Entity) -> bool:
    """Return whether an actor has neither a name nor a country: "two people", "Western countries"."""
    return entity.kind is EntityKind.GROUP and entity.country is None


@dataclass(slots=True)
class _StandIns:
    """Finds who stands for the groups of an extraction, and collects the entities that are then needed."""

    named: dict[str, Entity]
    groups: dict[str, Entity]
    owners: dict[tuple[str, str], str]
    """The bodies named inside the phrases of groups, by sentence and group: "fighters of [the Taliban]"."""
    _used: dict[str, Entity] = field(default_factory=dict)
    _phrases: dict[str, dict[str, None]] = field(default_factory=dict)

    @classmethod
    def of(cls, extraction: Extraction) -> _StandIns:
        """Separate the groups of an extraction from its named entities."""
        groups = {item.id: item for item in extraction.entities if item.kind is EntityKind.GROUP}
        named = {item.id: item for item in extraction.entities if item.id not in groups}
        return cls(named, groups, dict(_owners(extraction.mentions, groups, named)))

    def entities(self) -> Iterator[Entity]:
        """Yield the named entities and the stand-ins, each with the phrases of its groups as other names."""
        yield from self.named.values()
        for stand_in in self._used.values():
            phrases = self._phrases.get(stand_in.id, {})
            yield replace(stand_in, aliases=tuple(phrases)) if phrases else stand_in

    def mention(self, mention: Mention) -> Mention | None:
        """Return a mention of whoever stands for its group."""
        if mention.entity_id not in self.groups:
            return mention
        entity = self._stand_in(mention.entity_id, mention.sentence_id, civil=True)
        return replace(mention, entity_id=entity) if entity else None

    def claim(self, claim: Claim) -> Claim | None:
        """Return the claim with its parties replaced; None for a relation of something to itself."""
        speaker = self._stand_in(claim.attribution, claim.sentence_id) if claim.attribution else None
        asserted = (
            self._event(claim.asserts, claim.sentence_id)
            if isinstance(claim.asserts, Event)
            else self._relation(claim.asserts, claim.sentence_id)
        )
        if asserted is None:
            return None
        return replace(claim, asserts=asserted, attribution=speaker)

    def _event(self, event: Event, sentence: str) -> Event:
        """Return an event among stand-ins. Its id still tells apart events of different unknown groups."""
        if not self.groups.keys() & {*event.parties, *event.places}:
            return event
        civil = event.quad != _MATERIAL_CONFLICT
        actors, actors_unknown = self._all(event.actors, sentence)
        recipients, recipients_unknown = self._all(event.recipients, sentence, civil=civil)
        mediators, mediators_unknown = self._all(event.mediators, sentence, civil=True)
        places, _ = self._all(event.places, sentence)
        whole = replace(
            event,
            actors=(*actors, *actors_unknown),
            recipients=(*recipients, *recipients_unknown),
            mediators=(*mediators, *mediators_unknown),
        )
        known = replace(whole, actors=actors, recipients=recipients, mediators=mediators, places=places)
        return replace(known, id=identified(whole).id)

    def _relation(self, relation: Relation, sentence: str) -> Relation | None:
        subject, object_ = (self._end(end, sentence) for end in (relation.subject, relation.object))
        if subject == object_:
            return None
        if (subject, object_) == (relation.subject, relation.object):
            return relation
        return identified(replace(relation, subject=subject, object=object_))

    def _end(self, entity: str, sentence: str) -> str:
        """Return an end of a relation; a group that nobody stands for keeps its node."""
        known = self._stand_in(entity, sentence)
        return known or self._use(self.groups[entity])

    def _all(
        self, ids: Iterable[str], sentence: str, *, civil: bool = False
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the stand-ins of these entities, and those entities for which nothing stands."""
        found = {item: self._stand_in(item, sentence, civil=civil) for item in ids}
        known = tuple(dict.fromkeys(item for item in found.values() if item is not None))
        return known, tuple(item for item, stand_in in found.items() if stand_in is None)

    def _stand_in(self, entity: str, sentence: str, *, civil: bool = False) -> str | None:
        """Return the id of who stands for an entity; a named entity stands for itself.

        What is `civil`, such as a sale of ships, concerns a state and not its forces.
        """
        group = self.groups.get(entity)
        if group is None:
            return entity
        kind, owner = counts_for(group.concept), self.owners.get((sentence, entity))
        if owner is not None and acts_for_owner(group.concept):
            return owner
        if is_nobody(group) or (owner is not None and kind is CountsFor.HELD):
            return None
        if group.country is None:
            return self._use(group)
        if civil and kind is CountsFor.EQUIPMENT:
            return self._use(state(group.country))
        return self._use(collective(group.country, kind), group.name)

    def _use(self, entity: Entity, phrase: str | None = None) -> str:
        if entity.id not in self.named:
            self._used.setdefault(entity.id, entity)
            if phrase is not None and entity.kind is EntityKind.GROUP:
                self._phrases.setdefault(entity.id, {})[phrase] = None
        return entity.id


def _owners(
    mentions: Iterable[Mention], groups: dict[str, Entity], named: dict[str, Entity]
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the body that the phrase of a group names, by sentence and group."""
    listed = list(mentions)
    bodies = [item for item in listed if item.entity_id in named and named[item.entity_id].kind in _BODIES]
    for mention in (item for item in listed if item.entity_id in groups):
        for body in bodies:
            if body.sentence_id == mention.sentence_id and mention.span.covers(body.span):
                yield (mention.sentence_id, mention.entity_id), body.entity_id
