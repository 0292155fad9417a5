"""What one typed text can do to everybody else: each of `bombs.toml` is asked while somebody reads beside it.

The texts want more memory or time than there is. Measured are the reads of the second reader (each on its own
connection), how long the engine was away, and whether the author's time was kept. Words on the command line
choose among the names. ``--neo4j`` asks a real Neo4j.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from cypher.engine.folder import EngineFolder
from cypher.engine.processes import Server
from cypher.errors import KonstelasiError, UnavailableError
from ingest.documents import Incoming, read
from ingest.extraction import extract
from ingest.loading.load import load
from tests.services import neo4j_server

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 8.0
"""The time that each text gets."""

BACK_SECONDS = 10.0
"""The longest that the engine may be away."""

LATE_SECONDS = 1.0
"""How much later than its time the author may learn that it is over."""

PARAMETERS: dict[str, object] = {"big": list(range(200_000)), "long": "a" * 8_000_000}


@dataclass
class Reads:
    """The seconds that each read took, the times at which reads succeeded, and what failed."""

    took: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def milliseconds(self, share: float) -> float:
        """The quantile of the times; nan without reads."""
        ordered = sorted(self.took)
        return 1000 * ordered[int(share * (len(ordered) - 1))] if ordered else float("nan")


def bombs() -> dict[str, str]:
    """The texts by name: those of the file, and deep or long ones that are made here."""
    texts: dict[str, str] = tomllib.loads((ROOT / "bench" / "bombs.toml").read_text(encoding="utf-8"))
    for opening, closing, name in (("(", ")", "parentheses"), ("[", "]", "lists"), ("{a:", "}", "maps")):
        texts[f"deep_{name}"] = f"RETURN {opening * 20_000}1{closing * 20_000} AS n"
    texts["many_unions"] = " UNION ALL ".join(["UNWIND range(1, 1000000) AS x RETURN x"] * 3000)
    texts["many_optional_matches"] = f"MATCH (a) {'OPTIONAL MATCH (a)--(b) ' * 2000}RETURN count(*) AS n"
    texts["many_additions"] = f"RETURN {'+'.join(['1'] * 50_000)} AS n"
    return texts


@contextmanager
def reading(settings: Settings) -> Iterator[Reads]:
    """Read without end beside the block, on a connection of its own."""
    reads, done = Reads(), threading.Event()

    def read_on() -> None:
        with connect(settings) as database:
            while not done.wait(0.02):
                begin = time.monotonic()
                try:
                    database.read("explore/newest_dyads")
                except KonstelasiError as error:
                    reads.failures.append(str(error))
                reads.took.append(time.monotonic() - begin)

    reader = threading.Thread(target=read_on)
    reader.start()
    try:
        yield reads
    finally:
        done.set()
        reader.join()


def explode(author: Database, text: str) -> tuple[str, float]:
    """What the author of `text` learns, and after how many seconds."""
    values = {name: value for name, value in PARAMETERS.items() if f"${name}" in text}
    begin = time.monotonic()
    try:
        said = f"{len(author.read_text(text, values, timeout=SECONDS).rows)} rows"
    except KonstelasiError as error:
        said = f"{type(error).__name__}: {error}"
    return said, time.monotonic() - begin


def alone(settings: Settings) -> float:
    """The 95th percentile of reads that nothing disturbs, in milliseconds."""
    with reading(settings) as reads:
        time.sleep(SECONDS)
    return reads.milliseconds(0.95)


def measure(settings: Settings, name: str, text: str, usual: float) -> list[str]:
    """Print a line of figures for one text, and return what went wrong; `usual` is the p95 of reads alone."""
    folder = EngineFolder(settings.home)
    with connect(settings) as author, reading(settings) as reads:
        time.sleep(0.5)
        before = Server.read(folder)
        said, seconds = explode(author, text)
        away = _seconds_until_it_answers(author)
        _wait_for_free_slots(folder)
        after = Server.read(folder)
    restarted = settings.embedded and (before is None or after is None or before.java != after.java)
    print(
        f"{name:32} {seconds:5.1f} s  {'restarted' if restarted else '-':9} reads {len(reads.took):4}, p50 "
        f"{reads.milliseconds(0.5):5.0f}, p95 {reads.milliseconds(0.95):6.0f}, longest "
        f"{reads.milliseconds(1):6.0f} ms, away {away:4.1f} s, "
        f"{reads.milliseconds(0.95) / usual:4.1f} × alone, failed {len(reads.failures)}  {said[:150]}",
        flush=True,
    )
    wrong = [f"{name}: a read failed: {failure}" for failure in reads.failures]
    if away > BACK_SECONDS or reads.milliseconds(1) > 1000 * (SECONDS + BACK_SECONDS):
        wrong.append(f"{name}: the engine was away too long")
    if seconds > SECONDS + LATE_SECONDS:
        wrong.append(f"{name}: its author waited for {seconds:.1f} s")
    if said.startswith("UnavailableError"):
        wrong.append(f"{name}: its author did not learn why: {said}")
    return wrong


def _seconds_until_it_answers(database: Database) -> float:
    """Ask until there is an answer; a server that ended is started again by what watches it."""
    begin = time.monotonic()
    while time.monotonic() < begin + 120:
        try:
            database.read("check/answer")
        except UnavailableError:
            time.sleep(0.2)
            continue
        break
    return time.monotonic() - begin


def _wait_for_free_slots(folder: EngineFolder) -> None:
    deadline = time.monotonic() + 60
    while any((folder.run / "slots").glob("*.json")) and time.monotonic() < deadline:
        time.sleep(0.1)


@contextmanager
def _asked(neo4j: bool) -> Iterator[Settings]:
    """The settings of a new database with the sample articles."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = Settings(home=home)
        if neo4j:
            server = stack.enter_context(neo4j_server(home))
            settings = Settings(
                home=home, uri=server["uri"], user=server["user"], password=server["password"]
            )
        else:
            stack.callback(stop, home)
        with connect(settings, Role.ANALYST) as database:
            found = read([str(ROOT / "samples" / "articles.jsonl")])
            load(database, extract([each.document for each in found if isinstance(each, Incoming)]))
        yield settings


def main() -> int:
    """Measure the texts that the command line names, or all; the exit code is 1 when somebody was harmed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", metavar="NAME")
    options.add_argument("--neo4j", action="store_true")
    given = options.parse_args()
    texts = bombs()
    names = given.names or list(texts)
    with _asked(given.neo4j) as settings:
        usual = alone(settings)
        print(f"reads alone: p95 {usual:.0f} ms", flush=True)
        wrong = [line for name in names for line in measure(settings, name, texts[name], usual)]
    print("\n".join([f"{len(names)} texts", *wrong]))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
