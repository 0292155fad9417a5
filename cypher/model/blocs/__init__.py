"""Blocs of states, such as ASEAN and the EU, and which one a state counts for at the level of blocs.

A state is in several blocs, but counts for at most one: the first by rank of the EU, ASEAN, the Arab League
and the African Union of which it was a member on the day. These four act by decisions of their own and
hardly overlap. The others (NATO, G7, BRICS, GCC, OIC, OPEC) overlap with them or have members who act against
each other; they only group countries in the picture. Every other state, the people of a state, armed groups
and organisations count for themselves.
"""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

_FILES = files(__name__)


@dataclass(frozen=True, slots=True)
class Membership:
    """A state in a bloc, from the day `since` to the day before `until`.

    Days are ISO dates or years. `since` is empty for members of before 1990, `until` for members of today.
    """

    country: str
    since: str
    until: str

    def holds(self, day: str | None) -> bool:
        """Whether it is a member on a day (ISO date), or today."""
        return not self.until if day is None else self.since <= day and (not self.until or day < self.until)


@dataclass(frozen=True, slots=True)
class Bloc:
    """A bloc of states, with its memberships by ISO 3166-1 alpha-3 codes.

    `labels` has its name by language. `entity` is its id in the graph and `rank` its place among the blocs
    for which states count at the level of blocs; they are None for other blocs.
    """

    code: str
    labels: Mapping[str, str]
    memberships: tuple[Membership, ...]
    source: str
    as_of: date
    entity: str | None = None
    rank: int | None = None

    @property
    def members(self) -> frozenset[str]:
        """The codes of its members on the day `as_of`."""
        return frozenset(each.country for each in self.memberships if each.holds(None))

    def label(self, language: str) -> str:
        """Return the name in `language`, or the English name if there is none."""
        return self.labels.get(language, self.labels["en"])


@cache
def blocs() -> Mapping[str, Bloc]:
    """Return all blocs by code, in the order of the file."""
    listed: dict[str, list[Membership]] = defaultdict(list)
    for row in csv.DictReader(_FILES.joinpath("memberships.csv").read_text(encoding="utf-8").splitlines()):
        listed[row["bloc"]].append(Membership(row["country"], row["since"], row["until"]))
    described = tomllib.loads(_FILES.joinpath("blocs.toml").read_text(encoding="utf-8"))
    return {code: Bloc(code, memberships=tuple(listed[code]), **row) for code, row in described.items()}


def levelled() -> list[Bloc]:
    """Return the blocs for which states count at the level of blocs, by rank."""
    return sorted((bloc for bloc in blocs().values() if bloc.rank), key=lambda bloc: bloc.rank or 0)


def bloc_of(entity: str, day: str | None) -> str:
    """Return the id of the bloc for which an entity counts on a day (ISO date), or today; else its own id."""
    return next((bloc for bloc, membership in _by_state().get(entity, ()) if membership.holds(day)), entity)


def blocs_ever(country: str) -> list[str]:
    """Return the ids of all blocs for which a state counts or counted."""
    return list(dict.fromkeys(bloc for bloc, _ in _by_state().get(country, ())))


def blocs_of_state(country: str) -> dict[str, object]:
    """Return the properties of a country that name its blocs: ``bloc`` of today, ``blocs`` of all days."""
    today = bloc_of(country, None)
    return {"bloc": None if today == country else today, "blocs": blocs_ever(country) or None}


@cache
def _by_state() -> Mapping[str, tuple[tuple[str, Membership], ...]]:
    found: dict[str, list[tuple[str, Membership]]] = defaultdict(list)
    for bloc, membership in _ranked():
        found[membership.country].append((bloc, membership))
    return {country: tuple(listed) for country, listed in found.items()}


def _ranked() -> Iterator[tuple[str, Membership]]:
    return ((bloc.entity or "", each) for bloc in levelled() for each in bloc.memberships)
