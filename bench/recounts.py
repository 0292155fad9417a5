"""Counts again, from plain rows of events, what the queries of analysis answer from the graph.

Nothing here reads the graph or uses the code of the queries: tests and `bench.analytics` compare both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import comb

HOSTILE = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
PLAIN = frozenset({"STATEMENT", "REQUEST"})
DEEDS = frozenset({"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
"""The types of material acts."""

Pair = tuple[str, str]
"""Two ids in order."""
Turn = tuple[str, str, str, int, int]
"""Last conflict, turn, last cooperation, voices of conflict, and of cooperation since the turn."""
Weights = Mapping[str, Counter[Pair]]

ROLES = ("liaison", "gatekeeper", "consultant", "coordinator")


@dataclass(frozen=True, slots=True)
class Told:
    """One claim: who did what to whom on a day, in whose words, when it was known, and if it is trusted."""

    actor: str
    recipient: str
    event_type: str
    day: str
    voice: str
    known_on: str
    trusted: bool = True

    @property
    def sign(self) -> str:
        """The sign of the tie that it forms."""
        if self.event_type in HOSTILE:
            return "conflict"
        return "neutral" if self.event_type in PLAIN else "cooperation"

    @property
    def pair(self) -> Pair:
        """Both parties, in the order of their ids."""
        return (min(self.actor, self.recipient), max(self.actor, self.recipient))


def by_pair(rows: Iterable[Told]) -> dict[Pair, list[Told]]:
    """Return the rows of each pair."""
    found: defaultdict[Pair, list[Told]] = defaultdict(list)
    for row in rows:
        found[row.pair].append(row)
    return dict(found)


def turned_to_peace(rows: Iterable[Told], since: str = "") -> dict[Pair, Turn]:
    """Return the pairs that cooperate after their last conflict, and on some day from `since` on."""
    found = {}
    for pair, of_pair in by_pair(rows).items():
        fights = [row for row in of_pair if row.sign == "conflict"]
        last = max((row.day for row in fights), default="9")
        after = [row for row in of_pair if row.sign == "cooperation" and row.day > last]
        if after and max(row.day for row in after) >= since:
            days, voices = [row.day for row in after], {row.voice for row in after}
            found[pair] = (last, min(days), max(days), len({row.voice for row in fights}), len(voices))
    return found


def signed(rows: Iterable[Told], hostile_from: float, most: int) -> dict[Pair, tuple[bool, int]]:
    """Return whether each of the `most` pairs with most voices is hostile, and its voices."""
    told = {(row.pair, row.actor, row.sign, row.voice) for row in rows if row.sign != "neutral"}
    sums: defaultdict[Pair, Counter[str]] = defaultdict(Counter)
    for pair, _, sign, _ in told:
        sums[pair][sign] += 1
    strongest = sorted(sums, key=lambda pair: (-sums[pair].total(), pair))[:most]
    return {
        pair: (sums[pair]["conflict"] / sums[pair].total() >= hostile_from, sums[pair].total())
        for pair in strongest
    }


def threes(pairs: Iterable[Pair]) -> Iterator[tuple[str, str, str]]:
    """Yield the threes of ids, in order, of which all pairs are given."""
    given = set(pairs)
    near = neighbours(given)
    for one, other in sorted(given):
        for third in sorted(near[one] & near[other]):
            if third > other:
                yield one, other, third


def neighbours(pairs: Iterable[Pair]) -> defaultdict[str, set[str]]:
    """Return with whom each id is in a pair."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    return near


def tied(rows: Iterable[Told], sign: str, most: int) -> list[Pair]:
    """Return the `most` pairs with most voices of a sign."""
    voices: defaultdict[Pair, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        if row.sign == sign:
            voices[row.pair].add((row.actor, row.voice))
    return sorted(voices, key=lambda pair: (-len(voices[pair]), pair))[:most]


def roles_of(pairs: Iterable[Pair], groups: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """Return the numbers of open pairs of each id by role, in the order of `ROLES`."""
    near, found = neighbours(pairs), {}
    for broker, partners in near.items():
        roles: Counter[str] = Counter()
        for one, other in combinations(sorted(partners), 2):
            if other not in near[one]:
                roles[_role(*(groups.get(each, each) for each in (one, broker, other)))] += 1
        if roles:
            found[broker] = tuple(roles[role] for role in ROLES)
    return found


def _role(one: str, broker: str, other: str) -> str:
    kinds = len({one, broker, other})
    if kinds == 2:
        return "consultant" if one == other else "gatekeeper"
    return "liaison" if kinds == 3 else "coordinator"


def weights_of(rows: Iterable[Told], by: str) -> Weights:
    """Return the claims of cooperation less those of conflict of each pair in each month, quarter or year."""
    found: defaultdict[str, Counter[Pair]] = defaultdict(Counter)
    for row in rows:
        if row.sign != "neutral":
            found[period_of(row.day, by)][row.pair] += 1 if row.sign == "cooperation" else -1
    return found


def period_of(day: str, by: str) -> str:
    """Return the month, quarter or year of a day."""
    year, month, _ = day.split("-")
    return {"year": year, "month": f"{year}-{month}", "quarter": f"{year}-Q{(int(month) - 1) // 3 + 1}"}[by]


def chance_of(now: int, before: int, days: int, days_before: int) -> float:
    """Return the probability of `now` events or more of all, if each falls on any day of both periods."""
    share, draws = Fraction(days, days + days_before), now + before
    tail = (comb(draws, k) * share**k * (1 - share) ** (draws - k) for k in range(now, draws + 1))
    return float(sum(tail, Fraction(0)))
