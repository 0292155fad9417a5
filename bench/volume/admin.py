"""Fills a Neo4j by its own import, ``neo4j-admin database import full``, from files of Konstelasi."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from bench.machine import ROOT
from bench.results import Result
from bench.volume.graphs import Graph
from bench.volume.loads import load, run
from cypher.bolt.driver import neo4j
from cypher.errors import DatabaseError

_HEAP = "2g"
_FIRST = "neo4j-admin database import"


def write_files(result: Result, path: Path, files: Path) -> list[str]:
    """Write the files for Neo4j to a new folder; return the words of the command line that imports them."""
    done = load(result, "load, files for Neo4j", path, ["--neo4j-files", str(files)], {}, list)
    line = next((each for each in done.remarked.splitlines() if each.startswith(_FIRST)), None)
    if line is None:
        raise DatabaseError(f"The import named no command line of neo4j-admin: {done.remarked[-500:]}")
    return shlex.split(line)


def import_files(result: Result, words: list[str], files: Path, home: Path) -> None:
    """Run that command line in `files` on the new folder `home`, with the jars that ``serve.py`` fetches."""
    admin = [sys.executable, str(ROOT / "neo4j-server" / "admin.py"), "--home", str(home), *words[1:]]
    run(result, "load, neo4j-admin", admin, {"HEAP_SIZE": _HEAP}, list, files)


def finish(result: Result, graph: Graph, files: Path) -> None:
    """Run ``finish.cypher`` and ``konstelasi db check`` on the started server, and keep their time."""
    text = (files / "finish.cypher").read_text(encoding="utf-8")
    settings = graph.settings
    auth = (settings.user or "", settings.password or "")
    with neo4j.GraphDatabase.driver(settings.uri or "", auth=auth) as driver, driver.session() as session:
        for each in filter(str.strip, text.split(";")):
            session.run(each).consume()
    check = [sys.executable, "-m", "konstelasi", "db", "check"]
    run(result, "load, Neo4j's constraints and indexes", check, graph.environment, graph.engine)
