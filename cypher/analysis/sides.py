"""Communities over time: the groups of each period, followed from one period to the next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from cypher.analysis.communities import communities
from cypher.analysis.values import Values, whole
from cypher.bolt.table import Table
from cypher.errors import UsageError

LENGTHS = ("month", "quarter", "year")
SHOWN_LEADERS = 5

Members = frozenset[str]
Ties = Mapping[tuple[str, str], int]
"""The weight of each pair: claims of cooperation less those of conflict."""


@dataclass(frozen=True, slots=True)
class Course:
    """A community over time: its members in each period in which it exists."""

    members: dict[str, Members] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class History:
    """The periods in order, the ties of each, the communities over time with their names, and all names."""

    ties: Mapping[str, Ties]
    courses: Sequence[Course]
    called: Sequence[str]
    names: Mapping[str, str]

    def weight(self, period: str, entity: str, others: Iterable[str]) -> int:
        """Return the weight of an entity's ties with others in a period."""
        ties = self.ties[period]
        return sum(ties.get((min(entity, each), max(entity, each)), 0) for each in others if each != entity)

    def leading(self, period: str, members: Members) -> list[str]:
        """Return the members with the heaviest ties inside, the heaviest first."""
        weights = {each: self.weight(period, each, members) for each in members}
        return sorted(members, key=lambda each: (-weights[each], each))


def history_of(rows: Iterable[Mapping[str, Any]], values: Values) -> History:
    """Find the communities of each period, and follow them; raises `UsageError` for an unknown `by`."""
    by = values["by"]
    if by not in LENGTHS:
        raise UsageError(f"The length of a period must be month, quarter or year, not {by}.")
    ties: defaultdict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    names: dict[str, str] = {}
    for row in rows:
        names |= {row["first"]: row["first_name"], row["second"]: row["second_name"]}
        ties[row["period"]][row["first"], row["second"]] = row["cooperation"] - row["conflict"]
    least = whole(values, "members")
    periods = {period: found_in(ties[period], least) for period in sorted(ties)}
    courses = followed(periods)
    unnamed = History(ties, courses, (), names)
    return History(ties, courses, list(_called(unnamed)), names)


def found_in(ties: Ties, least: int) -> list[Members]:
    """Return the communities of pairs with a weight above 0 that have at least `least` members."""
    near = {pair: weight for pair, weight in ties.items() if weight > 0}
    ids = sorted({end for pair in near for end in pair})
    numbers = {entity: at for at, entity in enumerate(ids)}
    links = [(numbers[one], numbers[other], float(weight)) for (one, other), weight in sorted(near.items())]
    member = communities(len(ids), links)[-1]
    groups: defaultdict[int, set[str]] = defaultdict(set)
    for entity, number in zip(ids, member, strict=True):
        groups[number].add(entity)
    return [frozenset(each) for _, each in sorted(groups.items()) if len(each) >= least]


def followed(periods: Mapping[str, Sequence[Members]]) -> list[Course]:
    """Join each community to the one of the period before with which it shares most members.

    Each goes on as one community at most. Of equal matches, the one with the larger share of members comes
    first, then the one that was found earlier. The others begin anew.
    """
    courses: list[Course] = []
    before: dict[int, Members] = {}
    for period, found in periods.items():
        matches = sorted(
            (-len(old & new), -len(old & new) / len(old | new), at, number)
            for at, new in enumerate(found)
            for number, old in before.items()
            if old & new
        )
        place: dict[int, int] = {}
        for _, _, at, number in matches:
            if at not in place and number not in place.values():
                place[at] = number
        for at, new in enumerate(found):
            if at not in place:
                place[at] = len(courses)
                courses.append(Course())
            courses[place[at]].members[period] = new
        before = {place[at]: new for at, new in enumerate(found)}
    return courses


def _called(history: History) -> Iterator[str]:
    """Yield a name for each community: that of a member which no earlier one is called by.

    It is a member in most periods, and of these the one with the heaviest ties inside.
    """
    taken: set[str] = set()
    for course in history.courses:
        periods, weights = Counter[str](), Counter[str]()
        for period, members in course.members.items():
            for each in members:
                periods[each] += 1
                weights[each] += history.weight(period, each, members)
        ranked = sorted(weights, key=lambda each: (-periods[each], -weights[each], each))
        name = next((each for each in ranked if history.names[each] not in taken), ranked[0])
        taken.add(history.names[name])
        yield history.names[name]


def communities_over_time(table: Table, values: Values) -> Table:
    """Turn pairs by period into the communities of each period, the largest of a period first.

    Those that have most members in one of the periods are kept.
    """
    history = history_of(table.records(), values)
    ranked = sorted(zip(history.courses, history.called, strict=True), key=_extent)
    found: list[tuple[Any, ...]] = []
    for course, called in ranked[: whole(values, "limit")]:
        past: Members | None = None
        for period, members in course.members.items():
            leading = history.leading(period, members)
            shown = [history.names[each] for each in leading[:SHOWN_LEADERS]]
            joined, left = (len(members - past), len(past - members)) if past is not None else (0, 0)
            found.append((period, called, len(members), joined, left, shown, leading))
            past = members
    found.sort(key=lambda row: (row[0], -row[2], row[1]))
    columns = ("period", "community", "members", "joined", "left", "leading", "entities")
    return Table(columns, tuple(found))


def _extent(each: tuple[Course, str]) -> tuple[int, int]:
    """Return what sorts communities with more members, and then those in more periods, to the front."""
    members = each[0].members
    return -max(map(len, members.values())), -len(members)


def changed_sides(table: Table, values: Values) -> Table:
    """Turn pairs by period into the changes of entities from one community to another."""
    history = history_of(table.records(), values)
    places: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for number, course in enumerate(history.courses):
        for period, members in course.members.items():
            for each in members:
                places[each][period] = number
    found = [
        row
        for entity, own in places.items()
        for earlier, later in pairwise(sorted(own))
        if own[earlier] != own[later]
        for row in [_change(history, entity, (earlier, own[earlier]), (later, own[later]))]
    ]
    found.sort(key=lambda row: (row[5] - row[6], row[1], row[7]))
    columns = (
        *("name", "period", "earlier_period", "old_community", "new_community"),
        *("with_old", "with_new", "entity"),
    )
    return Table(columns, tuple(found[: whole(values, "limit")]))


def _change(
    history: History, entity: str, old: tuple[str, int], new: tuple[str, int]
) -> tuple[str, str, str, str, str, int, int, str]:
    (earlier, left), (later, joined) = old, new
    with_old = history.weight(later, entity, history.courses[left].members[earlier])
    with_new = history.weight(later, entity, history.courses[joined].members[later])
    called = history.called[left], history.called[joined]
    return history.names[entity], later, earlier, *called, with_old, with_new, entity
