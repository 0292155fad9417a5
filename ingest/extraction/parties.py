"""From the head of a noun phrase to the entities it means, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cypher.model import Entity, EntityKind, Span
from ingest.extraction.groups import concept_of, country_of, description_end, key_in, what_is_counted
from ingest.extraction.offices import Office
from ingest.extraction.phrases import antecedent, conjuncts, obliques, phrase
from ingest.extraction.scene import Scene, Story
from ingest.extraction.sentence import Name
from ingest.knowledge import load_knowledge

_PEOPLED = frozenset(EntityKind) - {EntityKind.PLACE}
_SOMEBODY = frozenset({"person", "several", "first"})
"""Kinds of pronouns that mean people, whoever they are."""


@dataclass(frozen=True, slots=True)
class Party:
    """An entity that takes part, where the sentence says so, how sure that is (0-1), and why it is meant."""

    entity: Entity
    span: Span
    certainty: float
    reason: str | None = None


@dataclass(slots=True)
class PartyFinder:
    """Finds the parties in one scene of a story."""

    story: Story
    scene: Scene

    def all_of(self, head: int) -> tuple[Party, ...]:
        """The parties that a noun and those coordinated with it mean; empty when none is an actor."""
        found: dict[str, Party] = {}
        heads = conjuncts(self.scene.parse, head)
        for item in heads:
            named = self._of(item)
            if found and item not in self.scene.parse.name_at and named == self._inside(item):
                continue  # "A dan perjuangan rakyat B": what is B's is no party beside A
            for party in named:
                found.setdefault(party.entity.id, party)
        parties = tuple(found.values())
        return self._sharing_country(parties) if len(heads) > 1 else parties

    def _sharing_country(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """ "prajurit dan polisi Irak": a country behind coordinated groups belongs to all of them."""
        country = next(
            (p.entity.country for p in parties if p.entity.kind is EntityKind.GROUP and p.entity.country),
            None,
        )
        return tuple(
            replace(party, entity=self.story.group(party.entity.name, party.entity.name.lower(), country))
            if country and party.entity.kind is EntityKind.GROUP and party.entity.country is None
            else party
            for party in parties
        )

    def _of(self, head: int) -> tuple[Party, ...]:
        parse = self.scene.parse
        head = what_is_counted(parse, head)
        office = self.scene.offices.get(head)
        if office is not None:
            return self._office(office)
        if head in parse.name_at:
            return self._narrowed(parse.name_at[head])
        pronoun = parse.language.people.pronouns.get(parse.lower[head])
        if pronoun is not None:
            return self._pronoun(head, pronoun)
        found = (
            self._apposed(head)
            or self._described(head)
            or self._collective(head)
            or self._inside(head)
            or self._area(head)
        )
        return found or self._contained(head)

    def _narrowed(self, name: Name) -> tuple[Party, ...]:
        """A name as such, or what it narrows where the parse took it for the head: "wartawan Nigeria"."""
        parse = self.scene.parse
        before = name.start - 1
        bare = before >= 0 and before not in parse.name_at and not parse.is_word(before, "prepositions")
        narrows = parse.language.grammar.head_first and bare and parse.tags[before] in {"NOUN", "PROPN"}
        return (self._collective(before) if narrows else ()) or self._name(name)

    def _name(self, name: Name) -> tuple[Party, ...]:
        entity = self.scene.entities[name]
        return (Party(entity, name.span, 1.0),)

    def _office(self, office: Office) -> tuple[Party, ...]:
        if office.person is not None:
            return self._name(office.person)
        parse = self.scene.parse
        body = self.scene.entities[office.body] if office.body else None
        of = body.id if body else None
        span = parse.span(office.first, office.last)
        text = parse.text(span)
        holder = self._holder(office, of)
        if holder is not None:
            reason = f"“{text}” was {holder.name} on {self.story.published_on}"
            return (Party(holder, span, 0.8, reason),)
        country = country_of(body) if body else None
        entity = self.story.group(text, office.concept, country)
        return (Party(entity, span, 0.8 if country else 0.6),)

    def _holder(self, office: Office, of: str | None) -> Entity | None:
        if of is None or self.story.published_on is None:
            return None
        concept = office.concept.replace(" ", "_").replace("-", "_")
        known = load_knowledge().holder(concept, of, self.story.published_on)
        return self.story.linker.known(known) if known else None

    def _pronoun(self, head: int, kind: str) -> tuple[Party, ...]:
        inside = self._antecedent(head, kind)
        if inside:
            return inside
        history = self.story.history
        meant = {"person": history.person(), "first": history.speaker}.get(kind)
        if meant is None:
            return self._unresolved(head, kind)
        entity = self.story.linker.entities[meant]
        parse = self.scene.parse
        return (Party(entity, parse.spans[head], 0.6, f"“{parse.words[head]}” read as {entity.name}"),)

    def _unresolved(self, head: int, kind: str) -> tuple[Party, ...]:
        """Somebody of whom the text does not say who it is: below the trusted lens, but somebody."""
        if kind not in _SOMEBODY:
            return ()
        parse = self.scene.parse
        entity = self.story.group(parse.words[head], parse.lower[head], None)
        return (Party(entity, parse.spans[head], 0.0, f"“{parse.words[head]}”: the text does not say who"),)

    def _antecedent(self, head: int, kind: str) -> tuple[Party, ...]:
        """Whom a pronoun means that refers to the subject of a clause above; a person is no "it"."""
        found = antecedent(self.scene.parse, head) if kind in ("person", "several", "thing") else None
        if found is None:
            return ()
        word = self.scene.parse.words[head]
        return tuple(
            replace(party, certainty=0.7 * party.certainty, reason=f"“{word}” read as {party.entity.name}")
            for party in self.all_of(found)
            if kind == "several"
            or party.entity.kind is EntityKind.GROUP
            or (party.entity.kind is EntityKind.PERSON) == (kind == "person")
        )

    def _described(self, head: int) -> tuple[Party, ...]:
        parse, people = self.scene.parse, self.scene.parse.language.people
        kind = people.descriptions.get(key_in(parse, head, people.descriptions) or "")
        beside = set(parse.lower[max(0, head - 1) : head + 2]) - {parse.lower[head]}
        if kind is None or not beside & (people.determiners | people.two):
            return ()
        if any(index in parse.name_at for index in phrase(parse, head)):
            return ()
        meant = self._meant(kind, two=bool(beside & people.two))
        entities = (self.story.linker.entities[item] for item in meant if item is not None)
        words = parse.text(parse.span(max(0, head - 1), min(len(parse), head + 2)))
        return tuple(Party(e, parse.spans[head], 0.6, f"“{words}” read as {e.name}") for e in entities)

    def _meant(self, kind: str, *, two: bool) -> tuple[str | None, ...]:
        history = self.story.history
        if kind == "organisation":
            return (None if two else history.body(),)
        if kind == "person":
            return history.two_people() if two else (history.person(),)
        return history.two_countries() if two else (history.country(),)

    def _collective(self, head: int) -> tuple[Party, ...]:
        parse, people = self.scene.parse, self.scene.parse.language.people
        start, end, concept = concept_of(parse, head)
        names = self._names_in(head)
        if concept is None and key_in(parse, head, people.governments) is None:
            return ()
        person = self._introduced(start, names)
        if person is not None:
            return self._name(person)
        owner = next((name for name in names if country_of(self.scene.entities[name])), None)
        country = country_of(self.scene.entities[owner]) if owner else self._owner_before(head)
        if concept is None:
            return self._government(head, owner, country)
        members = names or []
        first = min([start, *(name.start for name in members[:1])])
        last = max([end, *(name.end for name in members[:1])])
        last = max(last, description_end(parse, last)) if parse.language.grammar.head_first else last
        span = parse.span(first, last)
        entity = self.story.group(parse.text(span), concept, country)
        return (Party(entity, span, 0.9 if country else 0.7),)

    def _introduced(self, start: int, names: list[Name]) -> Name | None:
        """ "ulama Moqtada al-Sadr", "pemimpin HAMAS Khaled Meshaal": the person whom a description introduces."""
        parse = self.scene.parse
        if not parse.language.grammar.head_first or parse.lower[start] in parse.language.people.relational:
            return None
        person = next((name for name in names if name.kind is EntityKind.PERSON), None)
        if person is None or person.start <= start:
            return None
        between = range(start + 1, person.start)
        told = all(index in parse.name_at or parse.tags[index] in {"NOUN", "ADJ", "PROPN"} for index in between)
        return person if told else None

    def _owner_before(self, head: int) -> str | None:
        """ "pasukannya", "its troops": the country of who is named nearest before."""
        parse = self.scene.parse
        possessive = parse.lower[head].endswith(parse.language.possessive_endings) or any(
            parse.lower[item] in parse.language.groups["possessives"] for item in parse.children[head]
        )
        if not possessive:
            return None
        before = (name for name in reversed(parse.names) if name.end <= head)
        return next((country for name in before if (country := country_of(self.scene.entities[name]))), None)

    def _government(self, head: int, owner: Name | None, country: str | None) -> tuple[Party, ...]:
        parse = self.scene.parse
        if owner is None or country is None:
            span = parse.spans[head]
            return (Party(self.story.group(parse.text(span), "government", None), span, 0.5),)
        entity = self.scene.entities[owner]
        first, last = min(head, owner.start), max(head + 1, owner.end)
        return (Party(entity, parse.span(first, last), 0.95, f"“{parse.words[head]}” stands for the state"),)

    def _inside(self, head: int) -> tuple[Party, ...]:
        """Something of somebody's: "tindakan Israel", "wilayah Israel": its owner is meant."""
        names = self._names_in(head)
        whose = self._group_inside(head)
        if whose:
            return whose
        peopled = () if self.scene.parse.language.grammar.head_first else names
        chosen = next((name for name in peopled if name.kind in _PEOPLED), names[0] if names else None)
        if chosen is None:
            return ()
        office = self.scene.offices.get(chosen.start)
        parties = self._office(office) if office and office.person else self._name(chosen)
        why = f"“{self.scene.parse.words[head]}” of {parties[0].entity.name}"
        return tuple(Party(party.entity, party.span, 0.75, why) for party in parties)

    def _apposed(self, head: int) -> tuple[Party, ...]:
        """ "his Iranian counterpart, Abbas Araghchi": the person who is named behind a description."""
        parse = self.scene.parse
        behind = (item for item in parse.children[head] if item > head)
        apposed = (item for item in behind if parse.language.grammar.plays(parse.labels[item], "apposition"))
        names = (parse.name_at.get(item) for item in apposed)
        person = next((name for name in names if name and name.kind is EntityKind.PERSON), None)
        return self._name(person) if person else ()

    def _contained(self, head: int) -> tuple[Party, ...]:
        """ "a handful of journalists", "the ruling by a court": who stands behind a noun that is nobody."""
        grammar = self.scene.parse.language.grammar
        owning = grammar.words["possessive_prepositions"] | grammar.words["agent_prepositions"]
        for word, noun in obliques(self.scene.parse, head):
            parties = self.all_of(noun) if word in owning else ()
            if parties:
                return tuple(replace(party, certainty=0.9 * party.certainty) for party in parties)
        return ()

    def _group_inside(self, head: int) -> tuple[Party, ...]:
        """ "rumah warga Palestina": the people that narrow a noun, where they stand right behind it."""
        parse = self.scene.parse
        behind = head + 1
        if not parse.language.grammar.head_first or behind >= len(parse) or behind not in phrase(parse, head):
            return ()
        if behind in parse.name_at or parse.tags[behind] != "NOUN":
            return ()
        return self._collective(behind)

    def _area(self, head: int) -> tuple[Party, ...]:
        """ "daerah yang terkena gempa": an area that is not named lies in the country named last."""
        parse = self.scene.parse
        apposed = parse.name_at.get(head - 2) if head > 1 and parse.lower[head - 1] == "," else None
        if apposed is not None and key_in(parse, head, parse.language.people.territories) is not None:
            return self._name(apposed)
        behind = parse.lower[head + 1 : head + 3]
        definite = parse.language.people.determiners | parse.language.grammar.words["relative_pronouns"]
        country = self.story.history.country()
        if country is None or key_in(parse, head, parse.language.people.territories) is None:
            return ()
        if not definite & set(behind) or any(country == self.scene.entities[name].id for name in parse.names):
            return ()
        entity = self.story.linker.entities[country]
        return (Party(entity, parse.spans[head], 0.6, f"“{parse.words[head]}” read as in {entity.name}"),)

    def _names_in(self, head: int) -> list[Name]:
        parse = self.scene.parse
        found = (parse.name_at.get(index) for index in phrase(parse, head))
        return list(dict.fromkeys(name for name in found if name is not None))
