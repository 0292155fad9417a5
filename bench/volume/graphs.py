"""The two engines to measure, each on a folder of its own: the embedded one, and a real Neo4j."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.machine import ROOT
from bench.meters import Find, below, engine_of
from cypher.bolt.settings import Role, Settings
from cypher.database import connect
from cypher.engine.client import stop
from cypher.engine.folder import EngineFolder
from cypher.errors import DatabaseError

_SERVE = ROOT / "neo4j-server" / "serve.py"
_HEAP = {"_JAVA_OPTIONS": "-Xmx4g"}
"""Neo4j gets the heap that the embedded engine may have here; `serve.py` gives it 768 MB."""


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph to measure: how programs reach it, and its engine's processes."""

    settings: Settings
    engine: Find

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables with which commands reach it."""
        told = {"URI": self.settings.uri, "USER": self.settings.user, "PASSWORD": self.settings.password}
        named = {f"KONSTELASI_{name}": value for name, value in told.items() if self.settings.uri and value}
        return {"KONSTELASI_URI": "", "KONSTELASI_HOME": str(self.settings.home), **named}


@contextmanager
def embedded(home: Path, *, running: bool = True) -> Iterator[Graph]:
    """Yield the graph of the embedded engine on a folder; the engine is stopped after the block."""
    graph = Graph(Settings(home), engine_of(EngineFolder(home)))
    try:
        if running:
            with connect(graph.settings, Role.ANALYST):
                yield graph
        else:
            yield graph
    finally:
        stop(home)


@contextmanager
def neo4j(home: Path) -> Iterator[Graph]:
    """Yield the graph of a Neo4j that is started on a folder, and stopped after the block."""
    home.mkdir(parents=True, exist_ok=True)
    with subprocess.Popen(
        [sys.executable, str(_SERVE), "--home", str(home), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **_HEAP},
    ) as server:
        line = server.stdout.readline() if server.stdout else ""
        if not line:
            raise DatabaseError(f"Neo4j did not start: see {home / 'server.log'}.")
        told = json.loads(line)
        try:
            settings = Settings(home / "konstelasi", told["uri"], told["user"], told["password"])
            yield Graph(settings, below(server.pid))
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=120)


def files_mb(folder: Path) -> float:
    """Return the size of all files below a folder in megabytes."""
    sizes = (each.stat().st_size for each in folder.rglob("*") if each.is_file())
    return sum(sizes) / 2**20
