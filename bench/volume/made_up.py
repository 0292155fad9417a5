"""Writes made-up events as a file of the layout of ICEWS14; no event is real, and a seed makes one file.

    python -m bench.volume.made_up --events 1000000 events.tsv.gz

The shape is that of ICEWS (`bench.icews`): few parties are in most events, parties are countries, their
members ("Police (India)") and persons. All sizes spread over the same years. With more events there are more
parties and more pairs of them, as in longer files of ICEWS.
"""

from __future__ import annotations

import argparse
import gzip
import io
import itertools
import math
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from bench.icews import EVENTS, EVENTS_OF_PAIR, NEIGHBOURS, TWO_WAY, curve
from ingest.knowledge.countries import countries

FIRST_DAY, YEARS, SEED = date(2015, 1, 1), 7, 7
HEADER = ("source", "relation", "target", "date", "cameo", "plover")
CODES = {
    "010": 15578, "040": 10067, "020": 6266, "036": 5087, "042": 4267, "043": 4265, "173": 3989, "051": 3598,
    "111": 2992, "112": 2653, "180": 2373, "190": 2005, "046": 1991, "030": 1619, "100": 1454, "032": 1424,
    "050": 1396, "057": 1325, "090": 996, "041": 958, "120": 944, "193": 860, "013": 773, "130": 675,
    "141": 635, "181": 603, "044": 559, "012": 559, "017": 529, "022": 491, "0841": 446, "145": 351,
    "073": 308, "018": 290, "175": 271, "192": 260, "182": 242, "160": 234, "016": 220, "154": 215,
}  # fmt: skip
"""How often each of the frequent CAMEO codes is in ICEWS14."""

ROLES = {
    "Citizen": 5264, "Police": 4483, "Head of Government": 2163, "Foreign Affairs": 1906, "Government": 1546,
    "Ministry": 1446, "Court Judge": 1061, "Military": 1036, "Lawyer/Attorney": 1012, "Protester": 842,
    "Militant": 687, "Media Personnel": 561, "Armed Gang": 533, "Member of Parliament": 494, "Governor": 491,
    "Defense / Security Ministry": 440, "Criminal": 421, "Media": 380, "City Mayor": 311, "Lawmaker": 304,
    "Business": 289, "Legislature": 268, "Armed Rebel": 249, "Student": 207, "Labor Union": 189,
}  # fmt: skip
"""How often members of countries are the sources of events there: "Citizen (India)"."""

_PARTIES, _MORE_PARTIES, _MORE_NEIGHBOURS = 7128, 0.24, 0.35
"""Parties of a file of the size of ICEWS14, and the powers by which parties and neighbours grow with it."""

_STATES_EVERY, _MEMBERS = 3, 0.55
_SYLLABLES = (
    *("ba", "dar", "el", "fi", "gon", "hu", "ja", "kor"),
    *("li", "man", "no", "pe", "ran", "su", "ti", "wen"),
)

Pair = tuple[str, str]
Row = tuple[str, str, str, str, str, str]


def rows(events: int, *, years: int = YEARS, seed: int = SEED) -> Iterator[Row]:
    """Yield `events` rows by day, no two of a day alike; parties and pairs are drawn first and kept."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark's dice
    growth = max(events / EVENTS, 0.01)
    pairs = _pairs(chance, _parties(chance, round(_PARTIES * growth**_MORE_PARTIES)), growth)
    weights = list(itertools.accumulate(curve(EVENTS_OF_PAIR, rank + 1) for rank in range(len(pairs))))
    two_way = {number for number in range(len(pairs)) if chance.random() < TWO_WAY}
    codes, often = tuple(CODES), list(itertools.accumulate(CODES.values()))
    days = years * 365
    numbers = range(len(pairs))
    for day in range(days):
        count = (day + 1) * events // days - day * events // days
        said = (FIRST_DAY + timedelta(days=day)).isoformat()
        of_day: dict[tuple[str, str, str], None] = {}
        while len(of_day) < count:
            (number,) = chance.choices(numbers, cum_weights=weights)
            (code,) = chance.choices(codes, cum_weights=often)
            source, target = pairs[number]
            if number in two_way and chance.random() < 0.5:
                source, target = target, source
            of_day[source, code, target] = None
        for source, code, target in of_day:
            yield source, f"code {code}", target, said, code, ""


def _parties(chance: random.Random, count: int) -> list[str]:
    """Return the names of parties by rank: at first, many are countries."""
    states = [state.name for state in sorted(countries(), key=lambda state: state.id)]
    chance.shuffle(states)
    roles, often = tuple(ROLES), list(itertools.accumulate(ROLES.values()))
    left, found = list(states), dict[str, None]()
    while len(found) < count:
        if len(found) % _STATES_EVERY == 0 and left:
            found[left.pop()] = None
        elif chance.random() < _MEMBERS and len(found) < len(states) * len(roles) // 2:
            (role,) = chance.choices(roles, cum_weights=often)
            found[f"{role} ({chance.choice(states)})"] = None
        else:
            found[f"{_word(chance)} {_word(chance)}"] = None
    return list(found)


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).title()


def _pairs(chance: random.Random, parties: Sequence[str], growth: float) -> list[Pair]:
    """Return pairs of parties without duplicates, those with the most events first."""
    more = growth**_MORE_NEIGHBOURS
    degrees = {
        party: max(1, min(round(curve(NEIGHBOURS, rank + 1) * more), len(parties) // 2))
        for rank, party in enumerate(parties)
    }
    ends = [party for party, degree in degrees.items() for _ in range(degree)]
    chance.shuffle(ends)
    met = dict.fromkeys((min(pair), max(pair)) for pair in zip(ends[::2], ends[1::2], strict=False))
    return sorted(
        (pair for pair in met if pair[0] != pair[1]),
        key=lambda pair: -degrees[pair[0]] * degrees[pair[1]] * math.exp(chance.gauss(0, 2)),
    )


def write(path: Path, lines: Iterable[Row]) -> Path:
    """Write rows to a file packed with gzip; the same rows make the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    with (
        partial.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="") as text,
    ):
        text.write("\t".join(HEADER) + "\n")
        text.writelines("\t".join(line) + "\n" for line in lines)
    return partial.rename(path)


def main() -> None:
    """Write a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--years", type=int, default=YEARS)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    write(chosen.path, rows(chosen.events, years=chosen.years, seed=chosen.seed))


if __name__ == "__main__":
    main()
