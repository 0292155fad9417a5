"""Measures a graph of many events: how it is loaded, and how it answers.

    python -m bench.volume --events 100000
    python -m bench.volume --events 1000000 --engine neo4j --load admin --home FOLDER
    python -m bench.volume events.tsv.gz --load none --home FOLDER --parts clicks,questions

Without a file, made-up events are read (`bench.volume.made_up`); a file has the columns of ICEWS14. Each load
is the command ``konstelasi import`` in a process of its own. With ``--home``, the graph is kept there;
``--load none`` measures it again, and an online load adds to it. More than a million events are only made up
with ``--large``. The figures are kept as JSON (`bench.results`); ``make bench-compare`` compares two runs.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.icews14_file import rows_in
from bench.importing import alone, bare
from bench.meters import Meter, processor_seconds
from bench.questions import WARM_UP, questions, subjects
from bench.questions import measure as ask
from bench.results import FOLDER, Result, recording
from bench.volume import made_up
from bench.volume.admin import finish, import_files, write_files
from bench.volume.clicks import annotate_under_load, measure
from bench.volume.graphs import Graph, embedded, files_mb, neo4j
from bench.volume.loads import load
from bench.volume.peers import in_memory
from cypher.bolt.settings import Role
from cypher.database import Database, connect
from cypher.errors import UsageError

ENGINES = ("embedded", "neo4j")
LOADS = ("online", "offline", "admin", "none")
PARTS = ("clicks", "questions", "annotate", "memory", "bare")
LEVELS = ("state", "actor")
LARGE = 1_000_000
BARE_MOST = 200_000
"""The bare driver has all rows in memory; with more rows that would measure the memory."""

QUESTION_ROUNDS = 3


def events_file(named: Path | None, events: int) -> tuple[Path, int, str]:
    """Return the file to load, the number of its events, and what the data is called in results."""
    path = named or FOLDER / "data" / f"made-up-{events}.tsv.gz"
    if named is None and not path.exists():
        print(f"making up {events:,} events", file=sys.stderr)
        made_up.write(path, made_up.rows(events))
    if not path.is_file():
        raise UsageError(f"{path} is no file. Name a file of the layout of ICEWS14, or none.")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    count = events if named is None else sum(1 for _ in rows_in(path))
    return path, count, f"{'made up' if named is None else path.name}, {digest}"


def fill(result: Result, engine: str, way: str, path: Path, home: Path) -> None:
    """Load a file into the graph of an engine on the new folder `home`."""
    if way == "admin":
        files = home.with_name(f"{home.name}-files")
        import_files(result, write_files(result, path, files), files, home)
        with neo4j(home) as graph:
            finish(result, graph, files)
        return
    with opened(engine, home, running=way == "online") as graph:
        if way == "online" and (known := _claims(graph)):
            result.size = {**result.size, "before": known}
        options = ["--offline"] if way == "offline" else []
        done = load(result, f"load, {way}", path, options, graph.environment, graph.engine)
        print(done.counts, file=sys.stderr)


def _claims(graph: Graph) -> int:
    with connect(graph.settings, Role.READER) as database:
        return int(database.read("explore/counts").records()[0]["claims"])


@contextmanager
def opened(engine: str, home: Path, *, running: bool = True) -> Iterator[Graph]:
    """Yield the graph of an engine on a folder."""
    with embedded(home, running=running) if engine == "embedded" else neo4j(home) as graph:
        yield graph


def question(result: Result, graph: Graph, parts: set[str], chosen: argparse.Namespace) -> None:
    """Measure how a graph answers, and what its engine uses meanwhile."""
    with Meter(engine=graph.engine) as meter, connect(graph.settings, Role.READER) as database:
        counts = database.read("explore/counts").records()[0]
        if chosen.load == "none":
            result.size = {"events": counts["claims"]}
        for name in ("events", "claims"):
            result.add(f"graph: {name}", counts[name], unit=name)
        if "clicks" in parts:
            for level in LEVELS:
                places = measure(result, database, level, graph.engine)
            if "annotate" in parts:
                annotate_under_load(result, graph.settings, places)
        if "questions" in parts:
            ask_all(result, database, graph, chosen.rounds)
    result.add("answers: memory of engine", meter.used["engine"].peak_mb, unit="MB")
    result.add("answers: processor of engine", meter.used["engine"].seconds, unit="s")


def ask_all(result: Result, database: Database, graph: Graph, rounds: int) -> None:
    """Measure every saved query and every question of the pages, and the engine's processor with it."""
    for each in questions(subjects(database)):
        before = processor_seconds(graph.engine)
        (times,) = ask(database, [each], rounds).values()
        used = 1000 * (processor_seconds(graph.engine) - before) / (len(times) + WARM_UP)
        if all(map(math.isfinite, times)):
            result.add(f"question {each.name}", *times, unit="ms")
            result.add(f"processor of engine, question {each.name}", used, unit="ms")
        else:
            result.without(f"question {each.name}", "it failed or took too long")


def run(chosen: argparse.Namespace) -> None:
    """Load, ask and compare as the command line says, and keep the figures."""
    path, events, data = events_file(chosen.path, chosen.events)
    parts = set(chosen.parts.split(",")) if chosen.parts else set()
    with ExitStack() as stack:
        home = chosen.home or Path(stack.enter_context(tempfile.TemporaryDirectory())) / "graph"
        result = stack.enter_context(recording(f"volume {chosen.engine}", {"events": events}, data))
        if chosen.load != "none":
            fill(result, chosen.engine, chosen.load, path, home)
            result.add("graph: files", files_mb(home), unit="MB")
        if parts & {"clicks", "questions"}:
            question(result, stack.enter_context(opened(chosen.engine, home)), parts, chosen)
        if "memory" in parts:
            in_memory(result, path)
        if "bare" in parts:
            _bare(result, path, events)


def _bare(result: Result, path: Path, events: int) -> None:
    if events > BARE_MOST:
        result.without("bare driver", f"it holds all rows in memory; at most {BARE_MOST:,} are sent")
        return
    found = alone(bare, path, events)
    result.add("bare driver: time", found["bare"], unit="s")
    result.add("bare driver: processor of command", found["bare_here"], unit="s")
    result.add("bare driver: processor of engine", found["bare_engine"], unit="s")


def main() -> int:
    """Run the measures; return 0, or 2 if the words on the command line do not fit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, nargs="?", help="a file of the layout of ICEWS14, packed or not")
    parser.add_argument("--events", type=int, default=100_000, help="how many to make up")
    parser.add_argument("--large", action="store_true", help="allow more than a million")
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    parser.add_argument("--load", choices=LOADS, default="offline", help="admin is Neo4j's own import")
    parser.add_argument("--home", type=Path, help="the folder of the graph, which is kept")
    parser.add_argument("--rounds", type=int, default=QUESTION_ROUNDS, help="of each question")
    parser.add_argument("--parts", default=",".join(PARTS), help="some of these, or nothing")
    chosen = parser.parse_args()
    if unknown := set(filter(None, chosen.parts.split(","))) - set(PARTS):
        parser.error(f"there is no part {sorted(unknown)[0]!r}; choose from {', '.join(PARTS)}")
    if chosen.events > LARGE and not chosen.large:
        parser.error(f"more than {LARGE:,} events take hours and many GB; --large allows them")
    if chosen.load in ("offline", "admin") and (chosen.load == "admin") != (chosen.engine == "neo4j"):
        parser.error("--load offline is for the embedded engine, --load admin for neo4j")
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # what was measured is kept
    run(chosen)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
