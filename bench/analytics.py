"""Checks the queries of analysis on ICEWS14: loads its events, and counts again from the file what they find.

    KONSTELASI_HOME=/tmp/icews14 python -m bench.analytics icews14_text.tsv.gz --events 20000

`bench.icews14_file` says what the file holds. The graph that the environment specifies must be empty, or hold
the same events from an earlier run.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.icews14_file import articles_of, names_in, told_in
from bench.recounts import (
    ROLES,
    Told,
    by_pair,
    chance_of,
    roles_of,
    signed,
    threes,
    tied,
    turned_to_peace,
    weights_of,
)
from cypher.bolt.settings import Role, Settings
from cypher.database import Database, connect
from cypher.judging.tie_counts import count_uncounted
from ingest.loading.load import load

ALL = {"level": "actor", "lens": "all"}
Rate = tuple[int, int, str]
PAIRS = 500
HOSTILE_FROM = 0.5


@dataclass(frozen=True, slots=True)
class Periods:
    """The last quarter of the days of some events, and those before as its baseline."""

    first: str
    turn: str
    last: str

    @classmethod
    def of(cls, told: Sequence[Told]) -> Periods:
        """Return the periods of events that are sorted by day."""
        days = sorted({row.day for row in told})
        return cls(days[0], days[-max(1, len(days) // 4)], days[-1])

    def asked(self) -> dict[str, object]:
        """Return the parameters of a query."""
        before = (date.fromisoformat(self.turn) - timedelta(days=1)).isoformat()
        return {
            "since": self.turn,
            "until": self.last,
            "baseline_since": self.first,
            "baseline_until": before,
        }

    def rate(self, rows: Iterable[Told]) -> Rate:
        """Return the events in the period and in the baseline, and the chance of so many in the period."""
        days = Counter(row.day >= self.turn for row in rows)
        first, turn, last = map(date.fromisoformat, (self.first, self.turn, self.last))
        chance = chance_of(days[True], days[False], (last - turn).days + 1, (turn - first).days)
        return days[True], days[False], f"{chance:.3g}"


@dataclass(frozen=True, slots=True)
class Check:
    """A query of analysis: how it was asked, how long it took, and how many figures agree with the file."""

    name: str
    seconds: float
    figures: int
    wrong: int


def checks(database: Database, told: Sequence[Told]) -> Iterator[Check]:
    """Ask each query, and compare its figures with those counted again from the rows."""
    pairs, periods = by_pair(told), Periods.of(told)
    busiest = sorted(pairs, key=lambda pair: (-len(pairs[pair]), pair))[:3]
    sides = dict(
        zip(("first", "second", "third", "fourth", "fifth", "sixth"), itertools.chain(*busiest), strict=True)
    )
    first = {"first": busiest[0][0], "second": busiest[0][1]}
    for name, asked, expected, answered in (
        ("conflict/reconciled", {"limit": 100_000}, lambda: turned_to_peace(told), _turns),
        (
            "escalation/against_baseline",
            {**first, **periods.asked()},
            lambda: _rates(pairs[busiest[0]], periods),
            _compared,
        ),
        (
            "escalation/unusual",
            {**periods.asked(), "limit": 100_000, "candidates": 100_000},
            lambda: _unusual(told, periods),
            _ranked,
        ),
        ("bilateral/compared", sides, lambda: [_sums(pairs[pair]) for pair in busiest], _side_by_side),
        ("triads/triangles", {"limit": 1_000_000, "pairs": PAIRS}, lambda: _triangles(told), _threes),
        ("triads/summary", {"pairs": PAIRS}, lambda: _kinds(told), _summed),
        ("brokers/between_blocs", {"limit": 100_000, "pairs": 3000}, lambda: _roles(told), _brokers),
        (
            "communities/over_time",
            {"members": 1, "pairs": 1_000_000, "by": "month", "limit": 100_000},
            lambda: _held(told),
            _members,
        ),
    ):
        yield _check(database, name, {**ALL, **asked}, expected, answered)


def _check(
    database: Database,
    name: str,
    asked: Mapping[str, object],
    expected: Callable[[], object],
    answered: Callable[[list[dict[str, Any]]], object],
) -> Check:
    begun = time.perf_counter()
    rows = database.read(f"saved/{name}", **asked).records()
    seconds = time.perf_counter() - begun
    wanted, found = _as_items(expected()), _as_items(answered(rows))
    differing = sum((wanted - found).values()) + sum((found - wanted).values())
    return Check(name, seconds, wanted.total(), differing)


def _as_items(figures: object) -> Counter[str]:
    if isinstance(figures, dict):
        return Counter(f"{key}: {value}" for key, value in figures.items())
    return Counter(
        f"{at}: {value}" for at, value in enumerate(figures if isinstance(figures, list) else [figures])
    )


def _turns(rows: list[dict[str, Any]]) -> object:
    columns = ("last_conflict", "turn", "last_cooperation", "conflict_voices", "voices_since_turn")
    return {(row["first"], row["second"]): tuple(row[each] for each in columns) for row in rows}


def _rates(rows: Iterable[Told], periods: Periods) -> object:
    kinds: defaultdict[tuple[str, str | None], list[Told]] = defaultdict(list)
    for row in rows:
        for kind in (row.event_type, None):
            kinds[row.sign, kind].append(row)
    return {kind: periods.rate(of_kind) for kind, of_kind in kinds.items()}


def _compared(rows: list[dict[str, Any]]) -> object:
    return {(row["sign"], row["event_type"]): _told_rate(row) for row in rows}


def _told_rate(row: Mapping[str, Any]) -> Rate:
    return row["in_period"], row["in_baseline"], f"{row['chance']:.3g}"


def _unusual(told: Iterable[Told], periods: Periods) -> object:
    acts: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for row in told:
        if row.sign == "conflict":
            acts[row.actor, row.recipient].append(row)
    rates = {pair: periods.rate(rows) for pair, rows in acts.items()}
    return {pair: rate for pair, rate in rates.items() if rate[0]}


def _ranked(rows: list[dict[str, Any]]) -> object:
    return {(row["actor"], row["recipient"]): _told_rate(row) for row in rows}


def _sums(rows: Sequence[Told]) -> tuple[object, ...]:
    signs, days = Counter(row.sign for row in rows), [row.day for row in rows]
    return len(rows), signs["cooperation"], signs["conflict"], signs["neutral"], min(days), max(days)


def _side_by_side(rows: list[dict[str, Any]]) -> object:
    columns = ("claims", "cooperation", "conflict", "neutral", "first_date", "last_date")
    return [tuple(row[each] for each in columns) for row in rows]


def _triangles(told: Iterable[Told]) -> object:
    pairs = signed(told, HOSTILE_FROM, PAIRS)
    return {
        three: sum(pairs[side][0] for side in itertools.combinations(three, 2)) for three in threes(pairs)
    }


def _threes(rows: list[dict[str, Any]]) -> object:
    return {(row["first"], row["second"], row["third"]): row["triad"].count("−") for row in rows}


def _kinds(told: Iterable[Told]) -> object:
    pairs = signed(told, HOSTILE_FROM, PAIRS)
    found = Counter(
        sum(pairs[side][0] for side in itertools.combinations(three, 2)) for three in threes(pairs)
    )
    return [found[at] for at in range(4)]


def _summed(rows: list[dict[str, Any]]) -> object:
    return [row["triangles"] for row in rows[:4]]


def _roles(told: Iterable[Told]) -> object:
    found = roles_of(tied(told, "cooperation", 3000), {})
    return {broker: counts for broker, counts in found.items() if counts[0] + counts[1]}


def _brokers(rows: list[dict[str, Any]]) -> object:
    return {row["entity"]: tuple(row[role] for role in ROLES) for row in rows}


def _held(told: Iterable[Told]) -> object:
    """The number of entities in communities, for each month: those in a pair with more cooperation."""
    return {
        period: len({end for pair, weight in of_period.items() if weight > 0 for end in pair})
        for period, of_period in weights_of(told, "month").items()
    }


def _members(rows: list[dict[str, Any]]) -> object:
    held: Counter[str] = Counter()
    for row in rows:
        held[row["period"]] += row["members"]
    return dict(held)


def main() -> int:
    """Load the events if the graph is empty, check each query, and return 1 if one differs from the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    chosen = parser.parse_args()
    told = told_in(chosen.path, chosen.events)
    with connect(Settings.from_environment(), Role.ANALYST) as database:
        claims = database.read("explore/counts").records()[0]["claims"]
        if claims < len(told):
            load(database, articles_of(told, names_in(chosen.path)), _say)
            count_uncounted(database)
        differing = 0
        for check in checks(database, told):
            taken = f"{check.seconds * 1000:7.0f} ms"
            print(f"{check.name:30} {taken} {check.figures:8,} figures {check.wrong:6,} differ")
            differing += check.wrong
    return 1 if differing else 0


def _say(documents: int) -> None:
    print(f"{documents} more articles", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
