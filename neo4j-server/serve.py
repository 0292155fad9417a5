"""Start a real Neo4j Community server on loopback, for development and for the tests.

Maven fetches the server that ``pom.xml`` names into ``.cache/neo4j`` (130 to 160 MB, once). The server
runs in the foreground until Ctrl-C, and is started again on the same port when it dies. Its generated
password is kept in its folder, readable by its owner.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import neo4j
import typer
from lines import HERE, LINES, Line, Name, fail
from neo4j.exceptions import AuthError, DriverError, Neo4jError

PAUSES = (0.0, 1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds to wait before the server is started again, by how often it died in the last `PAUSES_SECONDS`."""

PAUSES_SECONDS = 120.0
START_SECONDS = 180.0
"""How long the server may take to its first answer; a first start on a busy machine takes a minute."""

_JVM = (
    "-Xmx768m",
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+ExitOnOutOfMemoryError",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
)


def free_port() -> int:
    """Return a free loopback port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def launch(line: Line, home: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the server's Java process; its output goes to ``server.log`` in its folder.

    Settings of its own may stand in ``more.conf`` there.
    """
    configuration = home / "conf"
    for folder in (configuration, home / "data", home / "logs", home / "import", home / "plugins"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    files = (HERE / "neo4j.conf", home / "more.conf")
    fixed = "".join(file.read_text(encoding="utf-8") for file in files if file.exists())
    text = f"{fixed}server.bolt.listen_address=127.0.0.1:{port}\n"
    (configuration / "neo4j.conf").write_text(text, encoding="utf-8")
    command = line.command(line.main, *_JVM)
    command += [f"--home-dir={home}", f"--config-dir={configuration}"]
    with (home / "server.log").open("ab") as log:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )


def password_of(home: Path) -> str:
    """Return the password of the user neo4j; generate it for a new folder."""
    path = home / "password"
    if not path.exists():
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(24))
    return path.read_text(encoding="utf-8")


def answers(uri: str, password: str) -> bool:
    """Return whether the database answers a query; set its password on the first start."""
    try:
        with _session(uri, password, "neo4j") as session:
            session.run((HERE / "answer.cypher").read_text(encoding="utf-8")).consume()
            return True
    except AuthError:
        _set_first_password(uri, password)
    except (DriverError, Neo4jError):
        pass
    return False


def _set_first_password(uri: str, password: str) -> None:
    change = (HERE / "set_first_password.cypher").read_text(encoding="utf-8")
    try:
        with _session(uri, "neo4j", "system") as session:
            session.run(change, password=password).consume()
    except (DriverError, Neo4jError) as error:
        logging.getLogger(__name__).debug("not yet: %s", error)


@contextmanager
def _session(uri: str, password: str, database: str) -> Iterator[neo4j.Session]:
    driver = neo4j.GraphDatabase.driver(uri, auth=("neo4j", password))
    with driver, driver.session(database=database) as session:
        yield session


def wait_until_ready(server: subprocess.Popen[bytes], uri: str, home: Path) -> None:
    """Wait until the database answers; exit with the log's last lines if it does not start."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        if answers(uri, password_of(home)):
            return
        time.sleep(0.25)
    server.kill()
    fail("\n".join(["The Neo4j server did not start. It said:", *_last_lines(home)]))


def _last_lines(home: Path) -> list[str]:
    logs = [path for path in (home / "server.log", home / "logs" / "neo4j.log") if path.exists()]
    return [
        line for log in logs for line in log.read_text(encoding="utf-8", errors="replace").splitlines()[-12:]
    ]


def main(
    name: Annotated[Name, typer.Option("--line", help="The line of Neo4j: 5.26, or the newest")] = Name.LTS,
    home: Annotated[Path | None, typer.Option(help="The server's folder: data, logs, password")] = None,
    port: Annotated[int, typer.Option(help="The Bolt port on 127.0.0.1; 0 takes a free one")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Announce the server as one line of JSON")] = False,
) -> None:
    """Start the server, print how to reach it, and serve until interrupted."""
    line = LINES[name]
    home = (home or line.folder / "home").resolve()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    port = port or free_port()
    uri = f"bolt://127.0.0.1:{port}"
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with _running(line, home, port) as server:
            wait_until_ready(server, uri, home)
            sys.stdout.write(announcement(uri, password_of(home), as_json=as_json))
            sys.stdout.flush()
            server.wait()
        keep_running(line, home, port)
    except KeyboardInterrupt:
        sys.stderr.write("Stopping Neo4j.\n")


def keep_running(line: Line, home: Path, port: int) -> NoReturn:
    """Restart the server on the same port whenever it dies, until interrupted."""
    deaths: list[float] = []
    while True:
        now = time.monotonic()
        deaths = [moment for moment in deaths if now - moment < PAUSES_SECONDS] + [now]
        pause = PAUSES[min(len(deaths), len(PAUSES)) - 1]
        sys.stderr.write(f"Neo4j died (see {home / 'server.log'}); it is started again in {pause:g} s.\n")
        time.sleep(pause)
        with _running(line, home, port) as server:
            server.wait()


@contextmanager
def _running(line: Line, home: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    server = launch(line, home, port)
    try:
        yield server
    finally:
        server.terminate()
        server.wait(60)


def announcement(uri: str, password: str, *, as_json: bool) -> str:
    """Return how to reach the server: as one line of JSON, or as shell lines to paste."""
    values = {"uri": uri, "user": "neo4j", "password": password}
    if as_json:
        return json.dumps(values) + "\n"
    lines = [f"export KONSTELASI_{name.upper()}='{value}'" for name, value in values.items()]
    return "\n".join(["Neo4j is ready (Ctrl-C stops it). In another terminal:", *lines, ""])


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    typer.run(main)
