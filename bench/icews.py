"""Generates a graph of the size and shape of ICEWS14: 90,730 events of one year among 7,128 entities.

The shape was measured on ICEWS14 (Dataverse 28075) and is stored here as points of curves; no event is real.
``python -m bench.icews`` loads the graph into the database that the environment specifies:

    KONSTELASI_HOME=/tmp/icews python -m bench.icews
"""

from __future__ import annotations

import argparse
import itertools
import math
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import platformdirs

from bench.synthetic import FIRST_DAY, Stated, article
from cypher.bolt.settings import Role, Settings
from cypher.database import connect
from cypher.engine import client
from cypher.judging.tie_counts import count_uncounted
from cypher.model.graph import Entity, EntityKind, Extraction
from ingest.knowledge.countries import countries
from ingest.loading.load import load

EVENTS, ENTITIES, DAYS, EVENTS_EACH = 90_730, 7128, 365, 5

NEIGHBOURS = (
    (1, 568),
    (3, 331),
    (10, 223),
    (30, 125),
    (100, 62),
    (300, 27),
    (1000, 10),
    (3000, 3),
    (7128, 1),
)
"""Number of entities that an entity shares events with, by its rank: points of a log-log linear curve."""

EVENTS_OF_PAIR = (
    (1, 762),
    (3, 674),
    (10, 403),
    (30, 189),
    (100, 74),
    (300, 33),
    (1000, 12),
    (3000, 5),
    (10_000, 2),
)
"""Number of events that a pair of entities shares, by the rank of the pair; one after the last point."""

TWO_WAY = 0.35
"""Share of pairs with events in both directions."""

TYPES = {
    "CONSULT": 22130, "STATEMENT": 18259, "AGREE": 8911, "APPEAL": 7305, "ACCUSE": 7256, "ASSAULT": 7062,
    "SUPPORT": 6591, "COERCE": 5138, "REQUEST": 1744, "REJECT": 1312, "PROTEST": 1128, "THREATEN": 887,
    "AID": 761, "RETREAT": 629, "SANCTION": 471, "COOPERATE": 435, "CONCEDE": 357, "MOBILIZE": 354,
}  # fmt: skip
"""Number of events of each type, with CAMEO codes mapped to PLOVER types."""

_CODES, _CUMULATED = tuple(TYPES), tuple(itertools.accumulate(TYPES.values()))

_KINDS = {
    EntityKind.PERSON: 40, EntityKind.GOVERNMENT_BODY: 25, EntityKind.GROUP: 20,
    EntityKind.ORGANISATION: 11, EntityKind.ARMED_GROUP: 4,
}  # fmt: skip
_ONSETS = [
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "y",
    "z",
    "ch",
    "kh",
    "sh",
    "st",
    "tr",
    "br",
]
_RIMES = ["a", "e", "i", "o", "u", "ai", "an", "ar", "en", "er", "in", "ir", "on", "or", "un", "ul"]

Pair = tuple[Entity, Entity]
Dated = tuple[str, Stated]


def icews_like(events: int = EVENTS, entities: int = ENTITIES, seed: int = 7) -> Iterator[Extraction]:
    """Yield articles of up to five sentences and events each, by day; the same seed gives the same graph."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark's dice
    drawn = sorted(_events(chance, _pairs(chance, _cast(chance, entities)), events), key=_day)
    number = itertools.count()
    for day, of_day in itertools.groupby(drawn, key=_day):
        stated = [event for _, event in of_day]
        for start in range(0, len(stated), EVENTS_EACH):
            yield article(next(number), day, stated[start : start + EVENTS_EACH])


def curve(points: Sequence[tuple[int, int]], rank: int) -> int:
    """Return the value of a curve at a rank of 1 or more, interpolated on logarithmic scales."""
    for (left, high), (right, low) in itertools.pairwise(points):
        if rank <= right:
            way = math.log(rank / left) / math.log(right / left)
            return round(high * math.pow(low / high, way))
    return 1


def _cast(chance: random.Random, count: int) -> list[Entity]:
    """Return the entities by rank; at first, every second one is a real country, so that maps have data."""
    states = sorted(countries(), key=lambda state: state.id)
    chance.shuffle(states)
    kinds = chance.choices(list(_KINDS), list(_KINDS.values()), k=count)
    cast = []
    for rank, kind in enumerate(kinds):
        if rank % 2 == 0 and states:
            state = states.pop()
            cast.append(Entity(state.id, state.name, EntityKind.COUNTRY, aliases=(state.name,)))
        else:
            cast.append(_actor(chance, rank, kind))
    return cast


def _actor(chance: random.Random, rank: int, kind: EntityKind) -> Entity:
    parts = 2 if kind is EntityKind.PERSON else 3
    name = " ".join(_word(chance) for _ in range(parts))
    return Entity(f"bench-{rank}", name, kind, aliases=(name, f"{name.split()[-1]} {rank}"))


def _word(chance: random.Random) -> str:
    return "".join(
        chance.choice(_ONSETS) + chance.choice(_RIMES) for _ in range(chance.choice((2, 3)))
    ).title()


def _pairs(chance: random.Random, cast: Sequence[Entity]) -> list[Pair]:
    """Return all pairs of entities with events, without duplicates, those with the most events first."""
    degrees = {entity: curve(NEIGHBOURS, rank + 1) for rank, entity in enumerate(cast)}
    ends = [entity for entity, degree in degrees.items() for _ in range(degree)]
    chance.shuffle(ends)
    met = zip(ends[::2], ends[1::2], strict=False)
    once = {frozenset((a.id, b.id)): (a, b) for a, b in met if a is not b}
    known = {entity.id for pair in once.values() for entity in pair}
    lonely = ((entity, cast[0]) for entity in cast[1:] if entity.id not in known)
    weights = {pair: degrees[pair[0]] * degrees[pair[1]] for pair in (*once.values(), *lonely)}
    return sorted(weights, key=lambda pair: -weights[pair] * math.exp(chance.gauss(0, 2)))


def _events(chance: random.Random, pairs: Sequence[Pair], count: int) -> Iterator[Dated]:
    """Return `count` events, no two of them identical on the same day; every pair has at least one."""
    weights = [curve(EVENTS_OF_PAIR, rank + 1) for rank in range(len(pairs))]
    more = chance.choices(pairs, weights, k=2 * count)
    two_way = {pair for pair in pairs if chance.random() < TWO_WAY}
    events: dict[Dated, None] = {}
    for pair in itertools.chain(pairs, more):
        actor, recipient = reversed(pair) if pair in two_way and chance.random() < 0.5 else pair
        day = (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat()
        events[day, (actor, recipient, _type(chance))] = None
        if len(events) == count:
            break
    return iter(events)


def _type(chance: random.Random) -> str:
    return chance.choices(_CODES, cum_weights=_CUMULATED)[0]


def _day(event: Dated) -> str:
    return event[0]


def prepared_home() -> Path:
    """Return the data folder of a graph like ICEWS14; the first call creates it.

    Creating it takes some minutes and 300 MB of disk. The folder is ``KONSTELASI_BENCH_HOME``, or a folder in
    the user's cache.
    """
    named = os.environ.get("KONSTELASI_BENCH_HOME")
    home = Path(named) if named else platformdirs.user_cache_path("konstelasi") / "icews14-like"
    with connect(Settings(home), Role.ANALYST) as database:
        if database.read("explore/counts").records()[0]["claims"] < EVENTS:
            load(database, icews_like(), _say)
        count_uncounted(database)
    return home


@contextmanager
def copied_home() -> Iterator[Path]:
    """Yield a copy of the prepared graph; it is deleted after the block."""
    prepared = prepared_home()
    client.stop(prepared)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        shutil.copytree(prepared, home, ignore=shutil.ignore_patterns("leases", "server.json", "*.lock"))
        try:
            yield home
        finally:
            client.stop(home)


def main() -> None:
    """Load the graph into the database that the environment specifies, and print how long it took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=EVENTS)
    parser.add_argument("--entities", type=int, default=ENTITIES)
    chosen = parser.parse_args()
    start = time.perf_counter()
    with connect(Settings.from_environment(), Role.ANALYST) as database:
        summary = load(database, icews_like(chosen.events, chosen.entities), _say)
    events, entities = (count.new + count.known for count in (summary.events, summary.entities))
    print(f"{events:,} events of {entities:,} entities in {time.perf_counter() - start:.0f} s")


def _say(documents: int) -> None:
    print(f"{documents} more articles", file=sys.stderr)


if __name__ == "__main__":
    main()
