"""Roles without a name, such as "Police" or "Lawmaker": for whom their members act, by ``roles.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from ingest.datasets.tables import rows


class Becomes(StrEnum):
    """What the members of a role in a country become, as unnamed groups of texts do."""

    STATE = "state"
    FORCES = "forces"
    REBELS = "rebels"
    PEOPLE = "people"
    BODY = "body"  # of the government, with the name of the role


@dataclass(frozen=True, slots=True)
class Role:
    """A role; `names` are those of a body of the government, such as "Foreign Ministry", the usual first."""

    becomes: Becomes
    names: tuple[str, ...] = ()


_BODIES = frozenset(
    {"ministry", "department", "commission", "agency", "bureau", "council", "secretariat", "committee"}
)
"""Last words of bodies of the government that have no row of their own."""


_OF_ROLES = frozenset({"leader", "leaders", "group", "organization", "member", "members", "chief"})
"""Last words that leave the role to the word before them."""


@lru_cache(1 << 14)
def role_of(words: str) -> Role | None:
    """Return the role that some words say, None if they say none.

    They are looked up as a whole, then by their head: the last word, or the last one before "of". The head of
    "Insurgent Leader" is the insurgent.
    """
    phrase = words.casefold().strip()
    known = _roles()
    if found := known.get(phrase) or known.get(phrase.removesuffix("s")):
        return found
    head = phrase.partition(" of ")[0].rpartition(" ")[2]
    if head in _BODIES:
        return Role(Becomes.BODY, (words,))
    if found := known.get(head) or known.get(head.removesuffix("s")):
        return found if found.becomes is not Becomes.BODY else Role(Becomes.BODY, (words,))
    return role_of(phrase.rpartition(" ")[0]) if head in _OF_ROLES and " " in phrase else None


def plain_role(words: str) -> Role | None:
    """Return the role that some words say as a whole, None if they say none."""
    return _roles().get(words.casefold().strip())


_ORDER = (Becomes.REBELS, Becomes.FORCES, Becomes.BODY, Becomes.STATE, Becomes.PEOPLE)


def role_of_sectors(sectors: Iterable[str]) -> Role | None:
    """Return the most special of the roles that the sectors of a party say, None if they say none."""
    found = [role for sector in sectors if (role := role_of(sector)) is not None]
    return min(found, key=lambda role: _ORDER.index(role.becomes), default=None)


@cache
def _roles() -> Mapping[str, Role]:
    return {
        row["word"]: Role(Becomes(row["becomes"]), tuple(filter(None, row["names"].split(";"))))
        for row in rows("roles.csv")
    }
