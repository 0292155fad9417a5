"""Reads what the page *Operations* shows; each part is left empty, with its error, if it cannot be read."""

from __future__ import annotations

import platform
import re
import shutil
import time
from functools import cache
from importlib import metadata
from pathlib import Path

import psutil
import streamlit as st

from cypher.audit.reading import size
from cypher.audit.recording import trouble
from cypher.backups.noted import backups_noted
from cypher.bolt.settings import Settings
from cypher.engine.folder import EngineFolder
from cypher.engine.processes import Server
from cypher.errors import KonstelasiError
from cypher.judging.migration import changed_steps
from cypher.model.release import GRAPH_RELEASE, PROGRAM
from cypher.records.check import TakenStep
from cypher.sources import rejected
from cypher.sources.rejected import RejectedRows
from cypher.sources.running import follower_of
from cypher.sources.store import Store
from cypher.sources.summary import Summary, Unread, number_unread, summary, unread
from explorer.panels.operations.values import Machine, Operations, Versions
from explorer.reads.connections import product, reader
from explorer.reads.running_commands import runs
from explorer.serving.statement_times import TIMES

MOST_STATEMENTS, MOST_UNREAD = 10, 20

_MODEL = re.compile(r"^(?:en|id|es)[_-].*(?:web|news|konstelasi)", re.IGNORECASE)


def operations() -> Operations:
    """Return the state of everything; never raises for what cannot be read."""
    settings = Settings.from_environment()
    versions, engine_error = _versions(settings)
    sources, skipped, number_skipped, imports, sources_error = _sources(settings.home)
    error = trouble()
    return Operations(
        time.time(),
        _machine(settings),
        versions,
        tuple(runs(settings.home)),
        follower_of(settings.home) is not None,
        sources,
        tuple(skipped),
        number_skipped,
        tuple(imports),
        tuple(backups_noted(settings.home)),
        tuple(TIMES.slowest(MOST_STATEMENTS)),
        tuple(TIMES.failing(MOST_STATEMENTS)),
        engine_error,
        sources_error,
        str(error) if error else "",
    )


def _versions(settings: Settings) -> tuple[Versions, str]:
    engine, steps, changed, failed = "", 0, tuple[str, ...](), ""
    try:
        engine = product()
        steps, changed = _steps()
    except KonstelasiError as error:
        failed = str(error)
    python, reader_user = platform.python_version(), settings.reader_user
    users = (reader_user, settings.user or "") if reader_user and not settings.embedded else ("", "")
    return Versions(PROGRAM, engine, GRAPH_RELEASE, steps, changed, python, _models(), *users), failed


@st.cache_data(ttl=30, show_spinner=False)
def _steps() -> tuple[int, tuple[str, ...]]:
    database = reader()
    changed = tuple(f"{step.number} ({step.title})" for step in changed_steps(database))
    return len(database.rows(TakenStep, "check/steps")), changed


@cache
def _models() -> tuple[str, ...]:
    """Return the language models that are installed, with their versions."""
    found = {each.name: each.version for each in metadata.distributions() if _MODEL.match(each.name or "")}
    return tuple(f"{name} {version}" for name, version in sorted(found.items()))


def _sources(home: Path) -> tuple[Summary | None, list[Unread], int, list[RejectedRows], str]:
    try:
        store = Store(home)
        return summary(store), unread(store, MOST_UNREAD), number_unread(store), rejected.kept(store), ""
    except KonstelasiError as error:
        return None, [], 0, [], str(error)


def _machine(settings: Settings) -> Machine:
    home = settings.home
    free = disk_size = None
    audit = 0
    try:
        disk = shutil.disk_usage(home)
        free, disk_size, audit = disk.free, disk.total, size(home)
    except OSError:
        pass
    folder = EngineFolder(home)
    return Machine(
        str(home),
        free,
        disk_size,
        _bytes_in(str(folder.databases)) if settings.embedded else None,
        audit,
        psutil.Process().memory_info().rss,
        _memory_of_engine(folder) if settings.embedded else None,
    )


@st.cache_data(ttl=30, show_spinner=False)
def _bytes_in(folder: str) -> int:
    total = 0
    for path in Path(folder).rglob("*"):
        try:
            total += path.stat().st_size
        except OSError:  # the engine may have removed it meanwhile
            continue
    return total


def _memory_of_engine(folder: EngineFolder) -> int | None:
    server = Server.read(folder)
    process = server.java.process() if server else None
    try:
        return int(process.memory_info().rss) if process else None
    except psutil.Error:
        return None
