"""Starts the engine's Java process: the wheel's own runtime, loopback only, no secrets in its arguments."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path

from cypher.engine.folder import DATABASE, EngineFolder
from cypher.engine.users import write_users
from cypher.errors import DatabaseError

STATEMENT_SECONDS = 60
"""Seconds after which the engine ends any statement, even if its client is gone."""

QUERY_SHARE = 4
"""A quarter of the heap is for all running statements together: sorts, groups and collected lists."""

QUERY_ELEMENTS = 500_000
"""The elements that one sort, group or collected list may have; more if the heap has over 2 KB for each."""

RANGE_ELEMENTS = 1_000_000
"""The longest list that `range` may return."""

_JVM = (
    "-XX:G1PeriodicGCInterval=60000",  # an engine that has become idle returns memory to the system
    "-XX:+UseCompactObjectHeaders",
    "-XX:+ExitOnOutOfMemoryError",  # a dead engine is restarted, one without memory would only hang
    "--add-modules=jdk.incubator.vector",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
)


def runtime() -> Path:
    """The folder of the installed engine, with its own Java in ``jre/``.

    Raises `DatabaseError` if it is not installed, as on platforms without a wheel.
    """
    package = importlib.util.find_spec("arcadedb_embedded")
    root = Path(package.origin).parent if package and package.origin else None
    if root is None or not _java(root).exists():
        raise DatabaseError(
            f"The embedded engine is not installed for this platform ({sys.platform}; wheels exist for Linux "
            "x86-64 and ARM with glibc 2.34, macOS on ARM, Windows on x86-64). Install arcadedb-embedded, or "
            "set KONSTELASI_URI, KONSTELASI_USER and KONSTELASI_PASSWORD to use a Neo4j server."
        )
    return root


def launch(folder: EngineFolder, port: int, heap: int) -> subprocess.Popen[bytes]:
    """Start the engine on `folder` as a child process, with a heap of at most `heap` MB.

    Its output goes to the folder's log.
    """
    root = runtime()
    write_users(folder)
    arguments = folder.run / "java.args"
    arguments.write_text("\n".join(_arguments(folder, root, port, heap)), encoding="utf-8")
    arguments.chmod(0o600)
    if folder.log.exists():
        folder.log.replace(folder.log.with_name("engine-before.log"))  # may say why the former engine ended
    with folder.log.open("wb") as log:
        return subprocess.Popen(
            [str(_java(root)), f"@{arguments}"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder.root,
            env={**os.environ, "LC_ALL": "C.UTF-8"},  # otherwise Java cannot open a folder called "données"
        )


def free_port(preferred: int | None = None) -> int:
    """Return a free port of the loopback interface: `preferred` if it is free."""
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", preferred or 0))
        except OSError:
            return free_port()
        return int(probe.getsockname()[1])


def _java(root: Path) -> Path:
    return root / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java")


def _arguments(folder: EngineFolder, root: Path, port: int, heap: int) -> list[str]:
    options = _options(folder, port, heap)
    return [
        f"-Xmx{heap}m",
        *_JVM,
        _quoted(f'-Xlog:gc:file="{folder.gc_log}":uptime:filecount=1,filesize=1M'),  # `Warden` reads it
        _quoted(f"-XX:ErrorFile={folder.log.parent / 'crash-%p.log'}"),
        *(_quoted(f"-Darcadedb.{name}={value}") for name, value in options.items()),
        "-cp",
        _quoted(str(root / "jars" / "*")),
        "com.arcadedb.server.ArcadeDBServer",
    ]


def _options(folder: EngineFolder, port: int, heap: int) -> dict[str, object]:
    query_heap = heap // QUERY_SHARE
    return {
        "server.rootPath": folder.root,
        "server.databaseDirectory": folder.databases,
        "server.logsDirectory": folder.log.parent,
        "server.mode": "development",  # production hides the text of every error
        "server.defaultDatabases": f"{DATABASE}[]",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": 0,  # any free port: the HTTP server cannot be switched off
        "server.httpWorkerThreads": 4,
        "bolt.host": "127.0.0.1",
        "bolt.port": port,
        "bolt.defaultDatabase": DATABASE,
        "bolt.maxMessageSize": 64 * 1024 * 1024,
        "queryMaxConcurrent": 64,  # with the default of 4, four typed queries would block every other reader
        "queryMaxHeapRAM": query_heap,
        "queryMaxHeapElementsAllowedPerOp": max(QUERY_ELEMENTS, heap * 512),
        "queryMaxRangeSize": RANGE_ELEMENTS,
        "cypher.algoMaxWorkingMemory": query_heap * 2**20,
        "command.timeout": STATEMENT_SECONDS * 1000,
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "txWalFlush": 1,
    }


def _quoted(argument: str) -> str:
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
