"""Asks what a click asks of the database, without Streamlit and its caches: all reads of one act together.

An *ordinary* entity is one in the middle of those that are tied to at least `TIED` others; the *hub* has the
most ties.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from threading import Event
from typing import Any

from bench.meters import Find, processor_seconds
from bench.results import Result
from cypher.bolt.settings import Role, Settings
from cypher.database import Database, connect
from cypher.desk.newest import Record, Rows, newest_claims_of
from cypher.errors import KonstelasiError
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement
from explorer.graph.paths import shortest_chains

TIED, ROUNDS, JUDGEMENTS, READERS = 5, 12, 20, 2
ENTITIES = (
    "MATCH (tie:Tie {level: $level}) UNWIND [tie.actor, tie.recipient] AS id "
    "WITH id, count(*) AS ties WHERE ties >= $least RETURN id, ties ORDER BY ties DESC, id"
)
CLAIMS = "MATCH (claim:Claim)-[:ASSERTS]->(:Event)-[:FORMS]->(:Tie {id: $tie}) RETURN claim.id LIMIT $most"
NAMES = ("Indo", "unit", "Kor", "afgh", "polic", "bal", "man")

Read = Callable[[], object]

_READ: dict[object, Any] = {}
"""Rows that are read once, by the database and what was asked."""


@dataclass(frozen=True, slots=True)
class Places:
    """Entities of a graph at one level, those with the most ties first."""

    level: str
    ids: Sequence[str]
    hub_ties: int

    @classmethod
    def of(cls, database: Database, level: str) -> Places:
        """Find the entities of a graph."""
        rows = database.read_text(ENTITIES, {"level": level, "least": TIED}).rows
        return cls(level, [str(row[0]) for row in rows], int(rows[0][1]))

    @property
    def hub(self) -> str:
        """The entity with the most ties."""
        return self.ids[0]

    def ordinary(self, count: int) -> Sequence[str]:
        """Return entities around the middle, another for each time that something is asked."""
        middle = len(self.ids) // 2
        return list(islice(cycle(self.ids[middle:] or self.ids), count))


def expand(database: Database, entity: str, level: str) -> None:
    """Read what an expansion draws: the strongest ties of an entity, those among their ends, and dates."""
    asked = {"level": level, "lens": "trusted"}
    rows = database.read("explore/counted_neighbours", entity=entity, limit=25, **asked).records()
    ends = list({end: None for row in rows for end in (row["actor"], row["recipient"])})
    more = database.read("explore/counted_ties_among", fresh=ends, limit=200, **asked).records()
    ties = list({row["tie"]: None for row in (*rows, *more)})
    database.read("explore/tie_dates", ids=ties, lens="trusted")


def details(database: Database, entity: str, level: str) -> None:
    """Read what the panel of a node shows."""
    asked = {"entity": entity, "level": level, "lens": "trusted"}
    database.read("explore/entity", entity=entity)
    database.read("explore/counted_neighbours", limit=100, **asked)
    database.read("explore/counted_expansion_counts", **asked)
    newest_claims_of(_rows_of(database), "trusted", 8, entity=entity, level=level)


def _rows_of(database: Database) -> Rows:
    """Return a reader that reads the newest claims once, as the app does while the data stay the same."""

    def rows(record: type[Record], name: str, **parameters: object) -> Sequence[Record]:
        if name != "explore/newest_claims":
            return database.rows(record, name, **parameters)
        key = (database, *parameters.items())
        if key not in _READ:
            _READ[key] = database.rows(record, name, **parameters)
        found: Sequence[Record] = _READ[key]
        return found

    return rows


def path(database: Database, first: str, second: str, level: str) -> None:
    """Search all shortest paths between two entities."""

    def reach(ids: Sequence[str]) -> Iterable[tuple[str, str]]:
        rows = database.read("explore/reach", entities=list(ids), level=level, lens="trusted").records()
        return [(row["entity"], row["neighbour"]) for row in rows]

    shortest_chains(first, second, reach)


def measure(result: Result, database: Database, level: str, engine: Find) -> Places:
    """Measure expansions, details, paths and search at a level; keep the milliseconds of each.

    Also kept is what one takes of the processor, here and in the engine: on a busy machine, times mislead.
    """
    places = Places.of(database, level)
    some = places.ordinary(ROUNDS + 1)
    result.add(f"{level}: ties of the hub", places.hub_ties, unit="ties")
    acts: dict[str, list[Read]] = {
        "expand an ordinary entity": [partial(expand, database, one, level) for one in some],
        "expand the hub": [partial(expand, database, places.hub, level)] * len(some),
        "details of an ordinary entity": [partial(details, database, one, level) for one in some],
        "details of the hub": [partial(details, database, places.hub, level)] * len(some),
        "path": [
            partial(path, database, one, other, level)
            for one, other in zip(some, reversed(some), strict=True)
            if one != other
        ],
        "search": [
            partial(database.read, "explore/search_entities", text=text, limit=8, lens="trusted")
            for text in islice(cycle(NAMES), len(some))
        ],
    }
    for name, reads in acts.items():
        _keep(result, f"{level}: {name}", reads, engine)
    return places


def _keep(result: Result, name: str, reads: Sequence[Read], engine: Find) -> None:
    """Keep the milliseconds of each; the first one warms up."""
    try:
        reads[0]()
        there, here = processor_seconds(engine), time.process_time()
        times = [_milliseconds(read) for read in reads[1:]]
    except KonstelasiError as error:
        result.without(name, str(error))
        return
    result.add(name, *times, unit="ms")
    each = 1000 / max(len(times), 1)
    result.add(f"{name}, processor of engine", each * (processor_seconds(engine) - there), unit="ms")
    result.add(f"{name}, processor here", each * (time.process_time() - here), unit="ms")
    print(f"{name}: {', '.join(f'{each:.0f}' for each in times)}", file=sys.stderr, flush=True)


def _milliseconds(read: Read) -> float:
    start = time.perf_counter()
    read()
    return 1000 * (time.perf_counter() - start)


def annotate_under_load(result: Result, settings: Settings, places: Places) -> None:
    """Judge claims of the hub one by one while others expand entities; keep the milliseconds of both."""
    with connect(settings, Role.ANALYST) as database, ThreadPoolExecutor(READERS) as threads:
        ties = database.read(
            "explore/counted_neighbours", entity=places.hub, level=places.level, limit=1
        ).records()
        claims = database.read_text(CLAIMS, {"tie": ties[0]["tie"], "most": JUDGEMENTS + 1}).rows
        done = Event()
        reading = [threads.submit(_read_until, done, settings, places, number) for number in range(READERS)]
        try:
            times = [
                _milliseconds(partial(annotate, database, row[0], Judgement.VERIFIED, author="bench"))
                for row in claims
            ]
        finally:
            done.set()
        result.add("annotate under load", *times[1:], unit="ms")
        result.add(
            "expand under load", *(each for reads in reading for each in reads.result()[1:]), unit="ms"
        )


def _read_until(done: Event, settings: Settings, places: Places, first: int) -> list[float]:
    """Expand one entity after another until `done`; return their milliseconds."""
    times: list[float] = []
    with connect(settings, Role.READER) as database:
        for entity in cycle(places.ids[first::READERS]):
            times.append(_milliseconds(partial(expand, database, entity, places.level)))
            if done.is_set():
                return times
    return times
