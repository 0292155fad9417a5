"""Signed triangles: which are balanced, and how many there would be by chance.

A pair of entities is hostile if conflict makes up so much of its voices, else friendly. Theory has it that
triangles without or with two hostile pairs last, and others change (https://doi.org/10.1037/h0046049).
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import comb
from typing import Any

from cypher.analysis.values import Values, number, whole
from cypher.bolt.table import Table
from cypher.errors import UsageError
from cypher.model.graph import Sign

KINDS = ("(+++)", "(++−)", "(+−−)", "(−−−)")
"""The kinds of triangles by the number of their hostile pairs."""
SUMS = {True: "(+++) (+−−)", False: "(++−) (−−−)"}
"""The kinds that are balanced, and those that are not."""
SEED = 7
MOST_SHUFFLES = 1000

Pair = tuple[str, str]
Triangle = tuple[str, str, str]
"""Three ids in their order."""


def is_balanced(hostile: int) -> bool:
    """Return whether a triangle with so many hostile pairs is balanced."""
    return hostile % 2 == 0


def triangles_of(pairs: Iterable[Pair]) -> Iterator[Triangle]:
    """Yield each triangle of pairs once; the two ids of a pair are in order."""
    later: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        later[first].add(second)
    for first in sorted(later):
        for second in sorted(later[first]):
            yield from ((first, second, third) for third in sorted(later[first] & later[second]))


def sides(triangle: Triangle) -> tuple[Pair, Pair, Pair]:
    """Return the pairs of a triangle: the first two, the last two, the first and the last."""
    first, second, third = triangle
    return (first, second), (second, third), (first, third)


def triangles(table: Table, values: Values) -> Table:
    """Turn rows of pairs into rows of triangles, those whose weakest pair has most voices first."""
    rows = table.records()
    hostile = _hostile(rows, values)
    voices = _voices(rows)
    names = {row[end]: row[f"{end}_name"] for row in rows for end in ("first", "second")}
    found = []
    for triangle in triangles_of(hostile):
        signs = [hostile[side] for side in sides(triangle)]
        balanced = is_balanced(sum(signs))
        if not (balanced and values["unbalanced"]):
            shown = [Sign.CONFLICT.value if each else Sign.COOPERATION.value for each in signs]
            weakest = min(voices[side] for side in sides(triangle))
            named = [names[each] for each in triangle]
            found.append((KINDS[sum(signs)], balanced, *named, *shown, weakest, *triangle))
    found.sort(key=lambda row: (-row[8], row[9:]))
    return Table(_TRIANGLE, tuple(found[: whole(values, "limit")]))


def enemies_of_enemies(table: Table, values: Values) -> Table:
    """Keep the ties of triangles in which the ``centre`` has an enemy who has an enemy of its own.

    The rows are ties with their ``actor``, ``recipient``, ``sign`` and ``voices``; the column ``centre`` is
    left out. Both enmities are hostile pairs; the third pair may be friendly or hostile.
    """
    rows = table.records()
    pairs = _pairs_of(rows)
    hostile, voices = _hostile(pairs, values), _voices(pairs)
    centre = next((row["centre"] for row in rows), "")
    chosen = [each for each in triangles_of(hostile) if _has_enemy_of_enemy(each, centre, hostile)]
    chosen.sort(key=lambda each: (-min(voices[side] for side in sides(each)), each))
    drawn = {side for each in chosen[: whole(values, "limit")] for side in sides(each)}
    kept = [row[:-1] for row, tie in zip(table.rows, rows, strict=True) if _pair(tie) in drawn]
    return Table(table.columns[:-1], tuple(kept))


def _has_enemy_of_enemy(triangle: Triangle, centre: str, hostile: Mapping[Pair, bool]) -> bool:
    if centre not in triangle:
        return False
    opposite = next(side for side in sides(triangle) if centre not in side)
    own = [hostile[side] for side in sides(triangle) if centre in side]
    return hostile[opposite] and any(own)


def _pair(tie: Mapping[str, str]) -> Pair:
    first, second = sorted((tie["actor"], tie["recipient"]))
    return first, second


def _pairs_of(ties: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return a row for each pair with ties of cooperation or conflict, with the sums of their voices."""
    heard: defaultdict[Pair, Counter[str]] = defaultdict(Counter)
    for tie in ties:
        if tie["sign"] in (Sign.COOPERATION, Sign.CONFLICT):
            heard[_pair(tie)][tie["sign"]] += tie["voices"]
    signs = (Sign.COOPERATION.value, Sign.CONFLICT.value)
    return [
        {"first": first, "second": second, **{sign: counts[sign] for sign in signs}}
        for (first, second), counts in heard.items()
    ]


def balance(table: Table, values: Values) -> Table:
    """Count the triangles of the pairs by kind, beside those after shuffling the signs over the pairs."""
    shuffles = whole(values, "shuffles")
    if not 1 <= shuffles <= MOST_SHUFFLES:
        raise UsageError(f"The number of shuffles must be between 1 and {MOST_SHUFFLES}, not {shuffles}.")
    hostile = _hostile(table.records(), values)
    places = {pair: at for at, pair in enumerate(hostile)}
    corners = [tuple(places[side] for side in sides(each)) for each in triangles_of(hostile)]
    signs = list(hostile.values())
    found = _by_kind(corners, signs)
    expected = _expected(len(corners), len(signs), sum(signs))
    dice = random.Random(SEED)  # noqa: S311 - a repeatable shuffle, not a secret
    shuffled = [_by_kind(corners, dice.sample(signs, len(signs))) for _ in range(shuffles)]
    return Table(_BALANCE, tuple(_rows(found, expected, shuffled)))


def _rows(
    found: Sequence[int], expected: Sequence[float], shuffled: Sequence[Sequence[int]]
) -> Iterator[tuple[object, ...]]:
    whole = sum(found) or 1
    groups: list[tuple[str, tuple[int, ...]]] = [(kind, (at,)) for at, kind in enumerate(KINDS)]
    groups += [(name, (0, 2) if even else (1, 3)) for even, name in SUMS.items()]
    for name, members in groups:
        many, mean = sum(found[at] for at in members), sum(expected[at] for at in members)
        spread = sorted(sum(counts[at] for at in members) for counts in shuffled)
        low, high = spread[len(spread) // 20], spread[-1 - len(spread) // 20]
        shares = round(many / whole, 4), round(mean / whole, 4)
        yield name, is_balanced(members[0]), many, shares[0], round(mean, 2), low, high, shares[1]


def _by_kind(corners: Iterable[tuple[int, ...]], signs: Sequence[bool]) -> list[int]:
    counts = Counter(signs[one] + signs[other] + signs[last] for one, other, last in corners)
    return [counts[at] for at in range(len(KINDS))]


def _expected(triangles: int, pairs: int, hostile: int) -> list[float]:
    """Return the mean number of triangles by hostile pairs, over all ways to shuffle the signs."""
    ways = comb(pairs, 3) or 1
    return [triangles * comb(hostile, at) * comb(pairs - hostile, 3 - at) / ways for at in range(len(KINDS))]


def _hostile(rows: Iterable[Mapping[str, Any]], values: Values) -> dict[Pair, bool]:
    """Return whether each pair is hostile."""
    least = number(values, "hostile_from")
    return {
        (row["first"], row["second"]): row["conflict"] >= least * (row["cooperation"] + row["conflict"])
        for row in rows
    }


def _voices(rows: Iterable[Mapping[str, Any]]) -> dict[Pair, int]:
    """Return the voices of each pair."""
    return {(row["first"], row["second"]): row["cooperation"] + row["conflict"] for row in rows}


_TRIANGLE = (
    "triad",
    "balanced",
    "first_name",
    "second_name",
    "third_name",
    "first_and_second",
    "second_and_third",
    "first_and_third",
    "voices",
    "first",
    "second",
    "third",
)
_BALANCE = ("triad", "balanced", "triangles", "share", "expected", "low", "high", "expected_share")
