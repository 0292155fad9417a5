"""Reads actor codes of CAMEO, such as ``USAGOV``: three letters each for a country, a role, a group.

``actor_codes.csv`` says what the triples mean that are no country of ISO 3166-1: codes of other countries
and of states that are no more, regions, roles, and known groups with their ids in our knowledge base.
Other triples, for religions and peoples, only say that the actor is not the state itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from cypher.model.graph import EntityKind
from ingest.datasets.codes.roles import Becomes
from ingest.datasets.tables import rows
from ingest.knowledge import KnownEntity, load_knowledge

_INTERNATIONAL = "international"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Country:
    iso3: str


@dataclass(frozen=True, slots=True)
class _Region:
    place: str


@dataclass(frozen=True, slots=True)
class Group:
    """A known group: an entity of the knowledge base, or one with a name that is not in it."""

    name: str
    kind: EntityKind
    country: str | None
    known: KnownEntity | None = None


@dataclass(frozen=True, slots=True)
class ActorCode:
    """What an actor code says; `country` is ISO 3166-1 alpha-3, empty if it names none.

    `role` is for whom the members of a role act. `group` is the last, most special group. `is_international`
    marks organisations and companies, whose name says more than the code. `region` is the id of a place.
    `has_others` says that there are triples for something else, such as a people.
    """

    country: str = ""
    role: Becomes | None = None
    group: Group | None = None
    region: str = ""
    is_international: bool = False
    has_others: bool = False


@lru_cache(1 << 16)
def read_code(code: str) -> ActorCode:
    """Read a code in triples from the left; the first role and the last group decide.

    Codes of countries that are not of ISO 3166-1 only count in front: ``SUN`` is the Soviet Union there, and
    the Sunni later.
    """
    meanings = [_meaning(code[at : at + 3], at == 0) for at in range(0, len(code), 3)]

    def first(kind: type[_T]) -> _T | None:
        return next((value for value in meanings if isinstance(value, kind)), None)

    country, region = first(_Country), first(_Region)
    return ActorCode(
        country=country.iso3 if country else "",
        role=first(Becomes),
        group=next((value for value in reversed(meanings) if isinstance(value, Group)), None),
        region=region.place if region else "",
        is_international=_INTERNATIONAL in meanings,
        has_others=None in meanings,
    )


def _meaning(triple: str, is_first: bool) -> object:
    country = _countries().get(triple)
    if country is not None:
        return country
    meaning = _meanings().get(triple)
    return None if isinstance(meaning, _Country) and not is_first else meaning


def country_of_code(code: str) -> str:
    """Return the country of a code of CAMEO for countries, such as ``TMP``, empty if it is none."""
    meaning = _meaning(code, is_first=True)
    return meaning.iso3 if isinstance(meaning, _Country) else ""


@cache
def _countries() -> Mapping[str, _Country]:
    entities = load_knowledge().entities.values()
    return {each.id: _Country(each.id) for each in entities if each.kind is EntityKind.COUNTRY}


@cache
def _meanings() -> Mapping[str, object]:
    return {row["code"]: _value(row) for row in rows("actor_codes.csv")}


def _value(row: Mapping[str, str]) -> object:
    means, identity = row["means"], row["id"]
    if means == "country":
        return _Country(identity)
    if means == "region":
        return _Region(identity)
    if means == "group" and identity:
        known = load_knowledge().entities[identity]
        return Group(known.name, known.kind, known.country, known)
    if means == "group":
        return Group(row["name"], EntityKind(row["kind"]), row["country"] or None)
    return means if means == _INTERNATIONAL else Becomes(means)
