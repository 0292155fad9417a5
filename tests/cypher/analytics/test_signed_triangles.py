"""Signed triangles, found again by trying all threes of entities."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations, permutations
from statistics import fmean

import pytest

from bench.recounts import Told, signed
from cypher.analysis.triads import balance, triangles_of
from cypher.bolt.table import Table
from cypher.errors import UsageError
from tests.cypher.analytics.conftest import Year, as_declared
from tests.cypher.results import column

Pair = frozenset[str]
LENSES = ("trusted", "all")
PERIODS: tuple[dict[str, str], ...] = (
    {},
    {"since": "2014-02-01", "until": "2014-09-30"},
    {"known_by": "2014-07-01"},
)


def seen_in(year: Year, lens: str, period: dict[str, str]) -> list[Told]:
    """The rows of a period; all are published on the day of the event."""
    last = min(period.get("until", "9"), period.get("known_by", "9"))
    return [row for row in year.seen(lens) if period.get("since", "") <= row.day <= last]


def pairs_of(rows: list[Told], hostile_from: float, most: int) -> dict[Pair, tuple[bool, int]]:
    """Whether each of the pairs with most voices is hostile, and its voices."""
    return {frozenset(pair): found for pair, found in signed(rows, hostile_from, most).items()}


def threes(pairs: dict[Pair, tuple[bool, int]]) -> dict[tuple[str, ...], list[tuple[bool, int]]]:
    """All threes, found by trying them, with their pairs."""
    ids = sorted({end for pair in pairs for end in pair})
    return {
        three: [pairs[frozenset(side)] for side in (three[:2], three[1:], three[::2])]
        for three in combinations(ids, 3)
        if all(frozenset(side) in pairs for side in combinations(three, 2))
    }


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize(("pairs", "hostile_from"), [(500, 0.5), (80, 0.3)])
def test_triangles_are_those_found_by_trying_all_threes(
    year: Year, lens: str, period: dict[str, str], pairs: int, hostile_from: float
) -> None:
    expected = threes(pairs_of(seen_in(year, lens, period), hostile_from, pairs))
    asked = {"level": "actor", "lens": lens, "pairs": pairs, "hostile_from": hostile_from, **period}
    found = as_declared(
        "saved/triads/triangles", year.database.read("saved/triads/triangles", **asked, limit=100_000)
    ).records()
    assert len(expected) > 20
    signs = {True: "conflict", False: "cooperation"}
    assert {
        (row["first"], row["second"], row["third"]): (
            [row["first_and_second"], row["second_and_third"], row["first_and_third"]],
            row["voices"],
            row["balanced"],
        )
        for row in found
    } == {
        three: (
            [signs[hostile] for hostile, _ in sides],
            min(voices for _, voices in sides),
            sum(hostile for hostile, _ in sides) in (0, 2),
        )
        for three, sides in expected.items()
    }
    assert [row["voices"] for row in found] == sorted((row["voices"] for row in found), reverse=True)
    unbalanced = year.database.read("saved/triads/triangles", **asked, limit=100_000, unbalanced=True)
    assert set(column(unbalanced, "triad")) <= {"(++−)", "(−−−)"}
    assert len(unbalanced.rows) == sum(not row["balanced"] for row in found)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("hostile_from", [0.5, 0.3])
def test_the_summary_counts_the_same_triangles_and_what_shuffles_give(
    year: Year, lens: str, hostile_from: float
) -> None:
    pairs = pairs_of(year.seen(lens), hostile_from, 500)
    found = threes(pairs)
    kinds = Counter(sum(hostile for hostile, _ in sides) for sides in found.values())
    answer = as_declared(
        "saved/triads/summary",
        year.database.read("saved/triads/summary", level="actor", lens=lens, hostile_from=hostile_from),
    ).records()
    assert [row["triad"] for row in answer] == [
        "(+++)",
        "(++−)",
        "(+−−)",
        "(−−−)",
        "(+++) (+−−)",
        "(++−) (−−−)",
    ]
    assert [row["triangles"] for row in answer] == [
        *(kinds[at] for at in range(4)),
        kinds[0] + kinds[2],
        kinds[1] + kinds[3],
    ]
    by_dice = [shuffled(pairs, found, seed) for seed in range(300)]
    for at, row in enumerate(answer[:4]):
        assert row["expected"] == pytest.approx(fmean(each[at] for each in by_dice), rel=0.1, abs=2)
        assert row["low"] <= row["expected"] <= row["high"]
        assert row["share"] == pytest.approx(row["triangles"] / len(found), abs=0.0001)
    assert sum(row["expected"] for row in answer[:4]) == pytest.approx(len(found), abs=0.1)


def shuffled(
    pairs: dict[Pair, tuple[bool, int]], found: dict[tuple[str, ...], list[tuple[bool, int]]], seed: int
) -> Counter[int]:
    signs = [hostile for hostile, _ in pairs.values()]
    random.Random(seed).shuffle(signs)  # noqa: S311 - nothing secret
    dealt = dict(zip(pairs, signs, strict=True))
    return Counter(sum(dealt[frozenset(side)] for side in combinations(three, 2)) for three in found)


def test_the_mean_of_all_shuffles_is_exact_for_a_small_network() -> None:
    rows = [("a", "b", 1, 0), ("a", "c", 0, 1), ("a", "d", 2, 1), ("b", "c", 0, 3), ("c", "d", 5, 0)]
    values = {"hostile_from": 0.5, "shuffles": 20}
    found = balance(Table(("first", "second", "cooperation", "conflict"), tuple(rows)), values).records()
    ties, threes_ = [row[:2] for row in rows], list(triangles_of(row[:2] for row in rows))
    assert threes_ == [("a", "b", "c"), ("a", "c", "d")]
    counts = [
        Counter(
            sum(dict(zip(ties, deal, strict=True))[side] for side in combinations(three, 2))
            for three in threes_
        )
        for deal in permutations([0, 1, 0, 1, 0])
    ]
    assert [row["triangles"] for row in found[:4]] == [0, 1, 1, 0]
    assert [row["expected"] for row in found[:4]] == [
        round(fmean(count[at] for count in counts), 2) for at in range(4)
    ]


def test_an_empty_network_has_no_triangles(year: Year) -> None:
    for name in ("saved/triads/triangles", "saved/triads/enemies_of_enemies"):
        asked = {"entity": "BHS"} if "enemies" in name else {}
        assert year.database.read(name, **asked, since="2020-01-01").rows == ()
    summary = year.database.read("saved/triads/summary", since="2020-01-01")
    assert set(column(summary, "triangles")) == {0}
    with pytest.raises(UsageError, match="between 1 and 1000"):
        year.database.read("saved/triads/summary", shuffles=5000)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("period", PERIODS)
def test_the_enemies_of_the_enemies_of_the_busiest_are_drawn_with_all_three_pairs(
    year: Year, lens: str, period: dict[str, str]
) -> None:
    rows = seen_in(year, lens, period)
    pairs = pairs_of(rows, 0.4, 10_000)
    (me, _), *_ = Counter(end for row in rows for end in row.pair).most_common(1)
    chosen = [
        three
        for three, sides in threes(pairs).items()
        if me in three and sum(hostile for hostile, _ in sides) >= 2 and pairs[frozenset(three) - {me}][0]
    ]
    assert chosen
    drawn = {frozenset(side) for three in chosen for side in combinations(three, 2)}
    asked = {"entity": me, "hostile_from": 0.4, "level": "actor", "lens": lens, **period}
    found = as_declared(
        "saved/triads/enemies_of_enemies",
        year.database.read("saved/triads/enemies_of_enemies", **asked, neighbours=1000, limit=1000),
    )
    ties = Counter(
        (row.actor, row.recipient, row.sign)
        for row in rows
        if row.sign != "neutral" and frozenset(row.pair) in drawn
    )
    assert (
        Counter({(row["actor"], row["recipient"], row["sign"]): row["claims"] for row in found.records()})
        == ties
    )
    few = year.database.read("saved/triads/enemies_of_enemies", **asked, neighbours=1000, limit=1)
    assert len({frozenset(ends) for ends in column(few, "actor", "recipient")}) == 3
