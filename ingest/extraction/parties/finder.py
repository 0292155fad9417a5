"""Finds the entities that a noun phrase refers to, starting from its head."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cypher.model.graph import EntityKind
from ingest.extraction.mentions.offices import Office
from ingest.extraction.parties.appositions import apposed, describing
from ingest.extraction.parties.collectives import collective, members_before
from ingest.extraction.parties.companies import together
from ingest.extraction.parties.companions import companions
from ingest.extraction.parties.comparisons import likened
from ingest.extraction.parties.examples import examples
from ingest.extraction.parties.groups import what_is_counted
from ingest.extraction.parties.office_holders import office_parties
from ingest.extraction.parties.opening_lists import opening_list
from ingest.extraction.parties.party import Party, named, names_in, outermost
from ingest.extraction.parties.people_lists import people_listed
from ingest.extraction.parties.references import area, described, facility, owner, somebody, unheard
from ingest.extraction.scene import Scene, Story
from ingest.extraction.syntax.clauses import antecedent
from ingest.extraction.syntax.phrases import conjuncts, obliques, phrase
from ingest.extraction.syntax.sentence import Name

_PEOPLED = frozenset(EntityKind) - {EntityKind.PLACE}
_PERSONAL = frozenset({"person", "several", "first"})
"""Kinds of pronouns that refer to people."""


@dataclass(slots=True)
class PartyFinder:
    """Finds the parties in one scene of a story."""

    story: Story
    scene: Scene
    _asked: set[int] = field(default_factory=set, init=False, repr=False)
    """Heads being looked up; prevents endless recursion if two heads refer to each other in the parse."""

    def all_of(self, head: int) -> tuple[Party, ...]:
        """Return the parties of a noun and of the nouns coordinated with it; empty if none is an actor."""
        found: dict[str, Party] = {}
        parse = self.scene.parse
        heads = [*self._members(head), *companions(parse, head), *likened(parse, head)]
        for item in heads:
            meant = self._of(item)
            if found and item not in parse.name_at and meant == self._inside(item):
                continue  # "A dan perjuangan rakyat B": B only owns the second noun
            for party in meant:
                found.setdefault(party.entity.id, party)
        parties = tuple(found.values())
        return self._sharing_country(parties) if len(heads) > 1 else parties

    def _members(self, head: int) -> list[int]:
        """Return the heads of a list; only the first if a noun before it is shared: "menteri A, B, dan C"."""
        parse = self.scene.parse
        people = people_listed(self.scene, head)
        if people:
            return list(people)
        opening, before = opening_list(parse, head), members_before(parse, head)
        if opening or not before:
            office = self.scene.offices.get(head)
            own = (item for item in conjuncts(parse, head) if item == head or not _lies_in(office, item))
            return list(opening or own)
        shared = before[0] > 0 and parse.tags[before[0] - 1] in {"NOUN", "PROPN", "ADJ"}
        return [before[0]] if shared else [*before, head]

    def hit(self, head: int) -> tuple[Party, ...]:
        """Return the parties of an object, or the building that it refers to."""
        return self.all_of(head) or facility(self.story, self.scene, head)

    def addressed(self, head: int) -> tuple[Party, ...]:
        """Return who is asked to act, even a group that no list knows: "kalangan perbankan"."""
        return self.all_of(head) or somebody(self.story, self.scene, head)

    def _sharing_country(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Give the country after coordinated groups to all of them: "prajurit dan polisi Irak"."""
        country = next(
            (p.entity.country for p in parties if p.entity.kind is EntityKind.GROUP and p.entity.country),
            None,
        )
        return tuple(
            replace(party, entity=self.story.group(party.entity.name, party.entity.name.lower(), country))
            if country and self._is_unowned(party)
            else party
            for party in parties
        )

    def _is_unowned(self, party: Party) -> bool:
        """Return whether a party is a group of no country, and no name such as "EU" describes it."""
        if party.entity.kind is not EntityKind.GROUP or party.entity.country is not None:
            return False
        return not any(party.span.covers(name.span) for name in self.scene.parse.names)

    def _of(self, head: int) -> tuple[Party, ...]:
        counted = what_is_counted(self.scene.parse, head)
        if counted != head:
            return self._asked_once(counted) or self._asked_once(head)
        return self._asked_once(head)

    def _asked_once(self, head: int) -> tuple[Party, ...]:
        if head in self._asked:
            return ()
        self._asked.add(head)
        try:
            return self._meant(head)
        finally:
            self._asked.remove(head)

    def _meant(self, head: int) -> tuple[Party, ...]:
        parse = self.scene.parse
        office = self.scene.offices.get(head) or self._sought(head)
        if office is not None:
            unnamed = office.person is None and office.body is None
            several = together(self.story, self.scene, head) if unnamed else ()
            return several or office_parties(self.story, self.scene, office)
        if head in parse.name_at:
            return self._narrowed(parse.name_at[head])
        pronoun = parse.language.people.pronouns.get(parse.lower[head])
        titled = " ".join(parse.lower[head : head + 2]) in parse.language.people.honorifics  # "Yang Mulia X"
        if pronoun is not None and not titled:
            return self._pronoun(head, pronoun)
        found = (
            apposed(self.scene, head)
            or describing(self.scene, head)
            or together(self.story, self.scene, head)
            or described(self.story, self.scene, head)
            or self._exemplified(head)
            or collective(self.story, self.scene, head)
            or self._inside(head)
            or area(self.story, self.scene, head)
            or owner(self.scene, head)
        )
        return found or self._contained(head) or unheard(self.story, self.scene, head)

    def _sought(self, head: int) -> Office | None:
        """Return the office whose holder is named behind "calon": "calon presiden terpilih X"."""
        office = self.scene.offices.get(head + 1)
        relations = self.scene.parse.language.relations
        other_time = self.scene.parse.lower[head] in relations.future | relations.former
        return office if other_time and office is not None and office.person is not None else None

    def _narrowed(self, name: Name) -> tuple[Party, ...]:
        """Return the party of a name, or the noun before it if the name describes that noun: "wartawan
        Nigeria".

        The parse may have made the name the head of the phrase.
        """
        parse = self.scene.parse
        before = name.start - 1
        bare = before >= 0 and before not in parse.name_at and not parse.is_word(before, "prepositions")
        narrows = parse.language.grammar.head_first and bare and parse.tags[before] in {"NOUN", "PROPN"}
        return (collective(self.story, self.scene, before) if narrows else ()) or named(self.scene, name)

    def _pronoun(self, head: int, kind: str) -> tuple[Party, ...]:
        inside = self._antecedent(head, kind)
        if inside:
            return inside
        parse = self.scene.parse
        company = together(self.story, self.scene, head) if kind == "several" else ()
        if company:
            return company
        entity = self.story.references.get((parse.record.id, head))
        speaker = self.story.history.speaker
        if kind == "first" and speaker is not None:
            entity = self.story.linker.entities[speaker]
        if entity is None:
            return self.unresolved(head, kind)
        return (Party(entity, parse.spans[head], 0.6, f"“{parse.words[head]}” read as {entity.name}"),)

    def unresolved(self, head: int, kind: str) -> tuple[Party, ...]:
        """Return an unnamed party with certainty 0, which keeps the claim below the trusted lens."""
        if kind not in _PERSONAL:
            return ()
        parse = self.scene.parse
        entity = self.story.group(parse.words[head], parse.lower[head], None)
        return (Party(entity, parse.spans[head], 0.0, f"“{parse.words[head]}”: the text does not say who"),)

    def _antecedent(self, head: int, kind: str) -> tuple[Party, ...]:
        """Return the parties of a pronoun that refers to the subject of a clause above.

        A personal pronoun does not refer to an organisation, and "it" does not refer to a person.
        """
        parse = self.scene.parse
        found = antecedent(parse, head) if kind in ("person", "several", "thing") else None
        if found is None or (
            kind == "person" and parse.language.grammar.plays(parse.details[found], "plural")
        ):
            return ()
        word, meant = self.scene.parse.words[head], self.all_of(found)
        plural = parse.lower[head] in parse.language.groups["plurals"]
        if plural and len(meant) == 1 and meant[0].entity.kind is EntityKind.PERSON:
            return ()
        return tuple(
            replace(party, certainty=0.7 * party.certainty, reason=f"“{word}” read as {party.entity.name}")
            for party in meant
            if kind == "several"
            or party.entity.kind is EntityKind.GROUP
            or (party.entity.kind is EntityKind.PERSON) == (kind == "person")
        )

    def _inside(self, head: int) -> tuple[Party, ...]:
        """Return the owner of something that is not a party itself: "tindakan Israel", "wilayah Israel"."""
        names = outermost(names_in(self.scene.parse, head))
        whose = self._group_inside(head)
        if whose:
            return whose
        peopled = () if self.scene.parse.language.grammar.head_first else names
        chosen = next((name for name in peopled if name.kind in _PEOPLED), names[0] if names else None)
        if chosen is None:
            return ()
        office = self.scene.offices.get(chosen.start)
        parties = named(self.scene, (office.person if office else None) or chosen)
        why = f"“{self.scene.parse.words[head]}” of {parties[0].entity.name}"
        return tuple(Party(party.entity, party.span, 0.75, why) for party in parties)

    def _exemplified(self, head: int) -> tuple[Party, ...]:
        """Return the named parties that are given as examples of a group: "militias such as Hezbollah"."""
        return next(filter(None, map(self.all_of, examples(self.scene.parse, head))), ())

    def _contained(self, head: int) -> tuple[Party, ...]:
        """Return the parties inside a phrase whose noun is not a party.

        Examples: "a handful of journalists", "the ruling by a court".
        """
        grammar = self.scene.parse.language.grammar
        owning = grammar.words["possessive_prepositions"] | grammar.words["agent_prepositions"]
        for word, noun in obliques(self.scene.parse, head):
            parties = self.all_of(noun) if word in owning else ()
            if parties:
                return tuple(replace(party, certainty=0.9 * party.certainty) for party in parties)
        return ()

    def _group_inside(self, head: int) -> tuple[Party, ...]:
        """Return the group that stands right after a noun and describes it: "rumah warga Palestina"."""
        parse = self.scene.parse
        behind = head + 1
        if not parse.language.grammar.head_first or behind >= len(parse) or behind not in phrase(parse, head):
            return ()
        if behind in parse.name_at or parse.tags[behind] not in {"NOUN", "ADJ"}:
            return ()
        return collective(self.story, self.scene, behind)


def _lies_in(office: Office | None, index: int) -> bool:
    """Return whether a word lies in an office: "Perikanan" in "Menteri Kelautan dan Perikanan X"."""
    return office is not None and office.person is not None and office.first <= index < office.last
