"""The roles of a team, and what each of them may do. Each role may do all that those before it may."""

from __future__ import annotations

from enum import StrEnum


class TeamRole(StrEnum):
    """What somebody is in the team, from the fewest rights to the most."""

    READER = "reader"
    ANALYST = "analyst"
    REVIEWER = "reviewer"
    ADMIN = "admin"


class Right(StrEnum):
    """Something that a role may do."""

    READ = "read"
    ANNOTATE = "annotate"  # judge, note, write claims, queries, views and briefs
    SETTLE = "settle"  # settle disputed claims, merge and split actors
    LOAD = "load"  # add articles, sources and event data


_FIRST = {
    Right.READ: TeamRole.READER,
    Right.ANNOTATE: TeamRole.ANALYST,
    Right.SETTLE: TeamRole.REVIEWER,
    Right.LOAD: TeamRole.ADMIN,
}
_ORDER = tuple(TeamRole)


def may(role: TeamRole, right: Right) -> bool:
    """Whether a role has a right."""
    return _ORDER.index(role) >= _ORDER.index(_FIRST[right])


def highest(names: object) -> TeamRole | None:
    """Return the highest role in the value of a claim, which is a name or a list of names; None for none."""
    given = [names] if isinstance(names, str) else names if isinstance(names, list) else []
    known = [role for role in _ORDER if role.value in given]
    return known[-1] if known else None
