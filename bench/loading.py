"""Measures the speed of loading against the bare driver, which sends the same rows with the same statements.

Both load into a fresh embedded engine, in turn, ``ROUNDS`` times; the figure is the ratio of the medians.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bench.empty import empty_home
from bench.results import recording
from bench.synthetic import extractions
from cypher.bolt.driver import neo4j
from cypher.bolt.settings import Role, Settings
from cypher.bolt.table import Table
from cypher.catalog.catalog import statement
from cypher.database import Database
from cypher.engine import client
from cypher.engine.folder import EngineFolder
from cypher.model.graph import Extraction
from ingest.loading.load import load

DOCUMENTS, ACTORS, ROUNDS = 1000, 1000, 3

Sent = list[tuple[str, dict[str, object]]]


class Recorder(Database):
    """A database that records its writes."""

    sent: Sent

    def write(self, name: str, **parameters: object) -> Table:
        """Run a write and record it."""
        self.sent.append((name, parameters))
        return super().write(name, **parameters)


def measure() -> dict[str, float]:
    """Return the rows per second of `load` and of the bare driver, and their ratio."""
    news = list(extractions(DOCUMENTS, ACTORS))
    ours: list[float] = []
    bare: list[float] = []
    sent: Sent = []
    for _ in range(ROUNDS):
        sent.clear()
        ours.append(_on_fresh_engine(lambda database: _ours(database, news, sent)))
        bare.append(_on_fresh_engine(lambda database: _bare(database, sent)))
    rows = sum(
        len(values) for _, parameters in sent for values in parameters.values() if isinstance(values, list)
    )
    mine, theirs = rows / statistics.median(ours), rows / statistics.median(bare)
    return {"rows": rows, "rows_per_second": mine, "bare_rows_per_second": theirs, "ratio": mine / theirs}


def _on_fresh_engine(work: Callable[[Recorder], float]) -> float:
    with empty_home() as home, client.leased(home) as folder:
        return work(_opened(home, folder))


def _opened(home: Path, folder: EngineFolder) -> Recorder:
    database = Recorder(Settings(home), Role.ANALYST, folder)
    database.sent = []
    database.apply_schema()
    return database


def _ours(database: Recorder, news: list[Extraction], sent: Sent) -> float:
    start = time.perf_counter()
    load(database, news)
    seconds = time.perf_counter() - start
    sent.extend(database.sent)
    return seconds


def _bare(database: Recorder, sent: Sent) -> float:
    access = database._access(Role.ANALYST)
    with neo4j.GraphDatabase.driver(access.uri, auth=access.auth) as driver:
        texts = [(statement(name).text, statement(name).bind(parameters)) for name, parameters in sent]
        driver.verify_connectivity()
        start = time.perf_counter()
        for text, parameters in texts:
            driver.execute_query(text, parameters, database_=access.database)
        return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    with recording("loading", {"documents": DOCUMENTS}, "made up") as result:
        figures = measure()
        rates = ("rows_per_second", "bare_rows_per_second")
        result.add_all({name: figures[name] for name in rates}, "rows/s")
    print(
        f"loading: {figures['rows_per_second']:,.0f} rows/s, bare driver "
        f"{figures['bare_rows_per_second']:,.0f} rows/s, ratio {figures['ratio']:.2f} "
        f"({figures['rows']:,.0f} rows, goal >= 0.7)"
    )


if __name__ == "__main__":
    main()
