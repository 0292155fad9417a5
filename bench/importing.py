"""Measures the import of an event data set against a bare driver that sends the same facts.

    python -m bench.importing --rows 20000 ICEWS14.tsv.gz

Each runs in a process of its own, on a fresh embedded engine, in turn. The import reads the file, finds the
parties, looks up what the graph has, and writes batches that may be interrupted. The bare driver has all rows
ready in memory, sends them in as few statements as possible (entities, ties with their final counts,
documents with their sentences, events with parties, ties and claims), and writes each tie once. Then the
file is imported again. Without a file, made-up events of the shape of ICEWS14 are read.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from bench.empty import empty_home
from bench.icews import icews_like
from bench.meters import engine_of, processor_seconds
from bench.results import recording
from cypher.bolt.driver import neo4j
from cypher.bolt.settings import Role, Settings
from cypher.catalog.catalog import statement
from cypher.database import connect
from cypher.engine import client
from cypher.engine.folder import EngineFolder
from cypher.model.graph import Entity, Event
from ingest.datasets.coded import CodedEvent, CodedParty, CodedReport
from ingest.datasets.own_tables.csv_table import table_reader
from ingest.datasets.own_tables.mapping import Codes, TableMapping
from ingest.datasets.parties.resolution import resolve
from ingest.datasets.sources import DataSet, own_table
from ingest.loading.coded.batches import Batch, batches
from ingest.loading.coded.cast import Cast, Resolve
from ingest.loading.coded.load import load_coded
from ingest.loading.coded.plan import Planner

ICEWS14 = TableMapping(
    columns={"actor": "source", "recipient": "target", "date": "date", "event": "cameo"}, codes=Codes.CAMEO
)
"""What the columns of the file are."""

TIMED = tuple(f"{each}{part}" for each in ("bare", "import", "again") for part in ("", "_here", "_engine"))
"""The figures in seconds: by the clock, of the processor here, and of the processor in the engine."""

PIECE = 5000
"""How many rows the bare driver sends at once."""

Writes = list[tuple[str, list[dict[str, object]]]]


def events(path: Path | None, rows: int) -> tuple[DataSet, Iterator[CodedEvent], Resolve]:
    """Return the data set, its first events, and who their parties are."""
    dataset = own_table("icews14", ICEWS14)
    if path is None:
        return dataset, islice(_made_up(rows), rows), _as_named
    read = table_reader(ICEWS14)([path])
    return dataset, islice((row for row in read if isinstance(row, CodedEvent)), rows), resolve


_NAMED: dict[str, Entity] = {}


def _as_named(party: CodedParty) -> Entity | None:
    return _NAMED.get(party.code)


def _made_up(rows: int) -> Iterator[CodedEvent]:
    number = 0
    for extraction in icews_like(rows):
        _NAMED.update((entity.id, entity) for entity in extraction.entities)
        for claim in extraction.claims:
            event = claim.asserts
            if isinstance(event, Event) and event.date:
                number += 1
                yield CodedEvent(
                    key=str(number),
                    code=event.event_type,
                    label="",
                    event_type=event.event_type,
                    date=event.date,
                    actors=tuple(CodedParty(code=each) for each in event.actors),
                    recipients=tuple(CodedParty(code=each) for each in event.recipients),
                    reports=(CodedReport("1", f"story {number}", publisher=f"Paper {number % 97}"),),
                )


def imported(home: Path, path: Path | None, rows: int) -> dict[str, float]:
    """Import into a fresh engine, then once more; return seconds, and this process's megabytes."""
    found: dict[str, float] = {}
    with connect(Settings(home), Role.ANALYST) as database:
        for name in ("import", "again"):
            dataset, source, who = events(path, rows)
            found |= _timed(name, home, lambda: load_coded(database, dataset, source, resolve=who))  # noqa: B023
            found.setdefault("megabytes", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return found


def bare(home: Path, path: Path | None, rows: int) -> dict[str, float]:
    """Send the same facts by the driver alone; preparing the rows is not timed."""
    dataset, source, who = events(path, rows)
    whole = Batch()
    for batch in batches(source, dataset, Cast(who), lambda event, reason: None):
        whole.events.update(batch.events)
        whole.entities.update(batch.entities)
        whole.reports.update(batch.reports)
    plan = Planner(_Empty()).plan(whole)  # type: ignore[arg-type]
    steps = [(name, list(_rows(parameters))) for name, parameters in plan.steps]
    sent: Writes = [(name, list(each)) for name, each in (*plan.entity_writes, *steps)]
    with connect(Settings(home), Role.ANALYST):
        return _timed("bare", home, lambda: _send(home, sent))


class _Empty:
    """Stands for a graph that has nothing."""

    def rows(self, record: type[object], name: str, **parameters: object) -> list[object]:
        """Return no rows."""
        return []


def _rows(parameters: Mapping[str, object]) -> Iterable[dict[str, object]]:
    rows = parameters["rows"]
    return rows if isinstance(rows, list) else []


def _send(home: Path, writes: Writes) -> None:
    folder = EngineFolder(home)
    place = client.endpoint(folder, client.ensure_running(folder), Role.ANALYST)
    with (
        neo4j.GraphDatabase.driver(place.uri, auth=(place.user, place.password or "")) as driver,
        driver.session(database=place.database) as session,
    ):
        for name, rows in writes:
            text = statement(name).text
            for start in range(0, len(rows), PIECE):
                session.execute_write(_run, text, rows[start : start + PIECE])


def _run(transaction: neo4j.ManagedTransaction, text: str, rows: list[dict[str, object]]) -> None:
    transaction.run(text, rows=rows).consume()


def _timed(name: str, home: Path, work: Callable[[], object]) -> dict[str, float]:
    """Return the seconds of some work by the clock, and those of the processor here and in the engine."""
    engine = engine_of(EngineFolder(home))
    before, here, there = time.perf_counter(), time.process_time(), processor_seconds(engine)
    work()
    return {
        name: time.perf_counter() - before,
        f"{name}_here": time.process_time() - here,
        f"{name}_engine": processor_seconds(engine) - there,
    }


def alone(
    work: Callable[[Path, Path | None, int], dict[str, float]], path: Path | None, rows: int
) -> dict[str, float]:
    """Run `work` in a new process on an empty folder, and stop the engine."""
    with empty_home() as home, ProcessPoolExecutor(1, get_context("spawn")) as other:
        return other.submit(work, home, path, rows).result()


def measure(path: Path | None, rows: int) -> dict[str, float | str]:
    """Return the figures of one run."""
    found = {**alone(bare, path, rows), **alone(imported, path, rows)}
    return {
        "rows": rows,
        **{name: round(value, 2) for name, value in found.items()},
        "events_per_second": round(rows / found["import"], 1),
        "against_bare": round(found["bare"] / found["import"], 3),
        "again_faster": round(found["import"] / found["again"], 2),
        "cores": os.cpu_count() or 0,
        "load": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, nargs="?", help="the file of ICEWS14, packed or not")
    parser.add_argument("--rows", type=int, default=20_000)
    chosen = parser.parse_args()
    data = chosen.path.name if chosen.path else "made up"
    with recording("importing", {"rows": chosen.rows}, data) as result:
        found = measure(chosen.path, chosen.rows)
        timed = {name: found[name] for name in TIMED}
        result.add_all({name: float(value) for name, value in timed.items()}, "s")
        result.add("megabytes", float(found["megabytes"]), unit="MB")
    json.dump(found, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
