"""The knowledge base: all curated entities, looked up by any spelling of their name or by their office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain

from cypher.model.ids import alias_key
from ingest.knowledge.cities import cities
from ingest.knowledge.countries import countries
from ingest.knowledge.records import Alias, KnownEntity, OfficeTerm
from ingest.knowledge.tables import actors, bodies, forms_of_state, likeliest, terms, wikidata

Named = tuple[tuple[KnownEntity, Alias], ...]

ACTOR_TABLES = ("organisations.csv", "armed_groups.csv", "people.csv", "places.csv")


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """Entities by id, by name and by office. Create it with `load_knowledge`.

    `bodies` maps the bodies of organisations to the organisation that they act for, `forms` the ids of
    countries to their form of state, such as ``kingdom``.
    """

    entities: Mapping[str, KnownEntity]
    office_terms: tuple[OfficeTerm, ...]
    _by_key: Mapping[str, Named] = field(repr=False)
    wikidata: Mapping[str, str] = field(default_factory=dict, repr=False)
    bodies: Mapping[str, str] = field(default_factory=dict, repr=False)
    forms: Mapping[str, str] = field(default_factory=dict, repr=False)
    _terms_of: Mapping[str, tuple[OfficeTerm, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        entities: Iterable[KnownEntity],
        office_terms: Iterable[OfficeTerm],
        likeliest: Mapping[str, str] | None = None,
        wikidata: Mapping[str, str] | None = None,
    ) -> KnowledgeBase:
        """Build a knowledge base from these records.

        If two entities share a name, the one that `likeliest` gives for its key comes first. `wikidata` has
        the Wikidata items of the entities for which a data set confirms one.
        """
        by_id = {entity.id: entity for entity in entities}
        by_key: defaultdict[str, dict[tuple[str, Alias], tuple[KnownEntity, Alias]]] = defaultdict(dict)
        for entity in by_id.values():
            for alias in entity.aliases:
                by_key[alias_key(alias.text)].setdefault((entity.id, alias), (entity, alias))
        first = likeliest or {}
        named = {
            key: tuple(sorted(found.values(), key=lambda pair: pair[0].id != first.get(key, pair[0].id)))
            for key, found in by_key.items()
        }
        held = tuple(office_terms)
        terms_of: defaultdict[str, tuple[OfficeTerm, ...]] = defaultdict(tuple)
        for term in held:
            terms_of[term.person_id] += (term,)
        return cls(by_id, held, named, dict(wikidata or {}), _terms_of=dict(terms_of))

    def names(self) -> Iterator[tuple[str, Named]]:
        """Yield every key with the entities of that name, most probable first."""
        yield from self._by_key.items()

    def named(self, text: str) -> Named:
        """Return the entities with this name, in any spelling and language, most probable first."""
        return self._by_key.get(alias_key(text), ())

    def holder(self, office: str, of: str, on: str) -> KnownEntity | None:
        """Return the holder of an office on an ISO date, such as ``foreign_minister`` of ``IRN``.

        If several terms cover the date, the one with the latest start is used.
        """
        fitting = [term for term in self.office_terms if (term.office, term.of) == (office, of)]
        return self._latest([term for term in fitting if term.covers(on)])

    def of_form(self, form: str) -> frozenset[str]:
        """Return the ids of the countries with this form of state, such as ``emirate``."""
        return frozenset(country for country, own in self.forms.items() if own == form)

    def terms(self, person_id: str, on: str | None = None) -> tuple[OfficeTerm, ...]:
        """Return a person's terms of office, or only those that cover an ISO date."""
        own = self._terms_of.get(person_id, ())
        return own if on is None else tuple(term for term in own if term.covers(on))

    def _latest(self, candidates: list[OfficeTerm]) -> KnownEntity | None:
        if not candidates:
            return None
        return self.entities[max(candidates, key=lambda term: term.start).person_id]


@cache
def load_knowledge() -> KnowledgeBase:
    """Read all tables, once per process (about a tenth of a second)."""
    tables = chain.from_iterable(actors(name) for name in ACTOR_TABLES)
    known = KnowledgeBase.of(chain(countries(), tables, cities()), terms(), likeliest(), wikidata())
    return replace(known, bodies=bodies(), forms=forms_of_state())
