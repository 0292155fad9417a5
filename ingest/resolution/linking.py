"""Links names to entities: one of the knowledge base, one named earlier in the text, or a new one.

Within a document, a shorter name ("Muttaqi", "Amir Khan") refers to the only longer name that contains it.
Spellings that differ by a letter or two are one person. Names of different kinds are never joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from cypher.model.graph import Entity, EntityKind
from cypher.model.ids import alias_key, content_id
from ingest.knowledge import KnownEntity, Sense, load_knowledge
from ingest.resolution.acquaintances import Acquaintances
from ingest.resolution.spelling import folded, folded_words

WHOLE_COUNTRIES = frozenset({"gaza-strip", "gaza-city", "west-bank"})
"""Territories that also stand for their country wherever they are named, like a capital."""

_EVERY_STATES = frozenset({"congress", "kongres"})
"""Names shared by the bodies of many states; in a text about one state, they refer to that state's body."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a document before it is linked; `country` is set if the context states it.

    `implied` says that the name itself does not contain the country.
    """

    text: str
    kind: EntityKind
    known: KnownEntity | None = None
    sense: Sense | None = None
    country: str | None = None
    implied: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The words of the name, normalised."""
        return frozenset(alias_key(self.text).split())


@dataclass(slots=True)
class Linker:
    """Links the names of one document; `entities` holds all linked entities by id."""

    names: Iterable[Named]
    entities: dict[str, Entity] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    _people: Acquaintances = field(default_factory=Acquaintances)
    _short_forms: dict[tuple[str, EntityKind], str] = field(default_factory=dict)

    home: str | None = None
    """The country of all known names of the document, if it is the same for all."""

    def __post_init__(self) -> None:
        self.names = tuple(self.names)
        told = (name for name in self.names if name.known is not None and not _is_every_states(name))
        countries = {_country_of(name.known) for name in told if name.known is not None} - {None}
        self.home = countries.pop() if len(countries) == 1 else None
        people = [name for name in self.names if name.kind is EntityKind.PERSON]
        for name in sorted(people, key=lambda name: -len(name.words)):
            self.link(name)

    def link(self, name: Named) -> Entity:
        """Return the entity of a name; a new entity is added to `entities`."""
        if name.kind is EntityKind.PERSON:
            return self._person(name)
        elsewhere = _is_every_states(name) and self.home is not None
        if name.known is not None and not (elsewhere and name.known.country != self.home):
            return self.known(name.known)
        key = alias_key(name.text)
        same = self._short_forms.get((key, name.kind))
        if same is not None:
            return self.entities[same]
        if name.kind is EntityKind.GOVERNMENT_BODY and (name.implied or name.country is None):
            return self._body_of(name, name.country or self.home)
        return self._new(name, name.country)

    def _new(self, name: Named, country: str | None) -> Entity:
        entity_id = content_id("actor", name.kind.value, alias_key(name.text))
        return self._enter(Entity(entity_id, name.text, name.kind, country))

    def _body_of(self, name: Named, country: str | None) -> Entity:
        """Return a body that is named without its country, such as "Kementerian Perhubungan".

        Bodies of two countries are two entities, although they have the same name.
        """
        if country is None:
            return self._new(name, None)
        known = next(_bodies_of(name.text, country), None)
        if known is not None:
            return self.known(known)
        body_id = content_id("actor", name.kind.value, alias_key(name.text), country)
        return self._enter(Entity(body_id, name.text, name.kind, country))

    def known(self, entity: KnownEntity) -> Entity:
        """Return an entity of the knowledge base, added to `entities`."""
        self.reasons.setdefault(entity.id, "knowledge base")
        held = self.entities.get(entity.id)
        if held is not None and (held.country is not None or entity.country is None):
            return held
        spellings = tuple(dict.fromkeys(alias.text for alias in entity.aliases))
        return self._enter(Entity(entity.id, entity.name, entity.kind, entity.country, spellings))

    def abbreviate(self, short: Named, entity: Entity) -> None:
        """Link all later occurrences of the name `short` to `entity`."""
        self._short_forms[(alias_key(short.text), short.kind)] = entity.id

    def _enter(self, entity: Entity) -> Entity:
        held = self.entities.get(entity.id)
        if held is None or (held.country is None and entity.country is not None):
            self.entities[entity.id] = entity
        return self.entities[entity.id]

    def _person(self, name: Named) -> Entity:
        longer = self._same_person(name)
        if longer is not None:
            return self._enter(_with_country(self.entities[longer], name.country))
        known = name.known or _spelt_like(name.text)
        if known is not None:
            entity = self.known(known)
        else:
            person_id = content_id("actor", EntityKind.PERSON.value, folded(name.text))
            entity = self._enter(Entity(person_id, name.text, EntityKind.PERSON, name.country))
        self._people.meet(name.words, entity.id)
        return entity

    def _same_person(self, name: Named) -> str | None:
        words = name.words
        if name.known is not None and len(words) > 1:
            return name.known.id if name.known.id in self.entities else None
        holders = self._people.with_all(words)
        if len(holders) == 1:
            return holders.pop()
        return None if holders or len(words) < 2 else self._people.spelt_like(words)


def _is_every_states(name: Named) -> bool:
    return name.kind is EntityKind.GOVERNMENT_BODY and alias_key(name.text) in _EVERY_STATES


def _country_of(entity: KnownEntity) -> str | None:
    return entity.id if entity.kind is EntityKind.COUNTRY else entity.country


def _bodies_of(text: str, country: str) -> Iterator[KnownEntity]:
    """Yield the known bodies of a country whose name is this text followed by a name of the country."""
    knowledge = load_knowledge()
    for alias in knowledge.entities[country].aliases:
        for entity, _ in knowledge.named(f"{text} {alias.text}"):
            if (entity.kind, entity.country) == (EntityKind.GOVERNMENT_BODY, country):
                yield entity


def _spelt_like(text: str) -> KnownEntity | None:
    """Return the known person with this full name in another transcription or word order."""
    return _people_by_spelling().get(folded(text)) if len(folded_words(text)) > 1 else None


@cache
def _people_by_spelling() -> Mapping[str, KnownEntity | None]:
    """Return known people by the folded form of their full names; None if two people share it."""
    found: dict[str, KnownEntity | None] = {}
    for entity in load_knowledge().entities.values():
        names = {folded(alias.text) for alias in entity.aliases if len(folded_words(alias.text)) > 1}
        for name in names if entity.kind is EntityKind.PERSON else ():
            found[name] = None if name in found else entity
    return found


def _with_country(entity: Entity, country: str | None) -> Entity:
    if entity.country is not None or country is None:
        return entity
    return Entity(entity.id, entity.name, entity.kind, country, entity.aliases)


def countries_by_name(names: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return the country of each name (key) to which the context gives one; the first one counts."""
    found: dict[str, str] = {}
    for text, country in names:
        found.setdefault(alias_key(text), country)
    return found
