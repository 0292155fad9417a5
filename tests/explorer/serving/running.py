"""The explorer as a process of its own, without a database: what serves it needs none."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil


def _has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


IPV6 = _has_ipv6()
NO_DATABASE = {"KONSTELASI_URI": "bolt://127.0.0.1:1"}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; the names of the headers are in lower case."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Served:
    """An explorer that was started: its `process`, what it announced, and how it is reached."""

    process: subprocess.Popen[str]
    host: str
    port: int
    announced: str

    @property
    def server(self) -> psutil.Process:
        """The process behind it."""
        (server,) = psutil.Process(self.process.pid).children()
        return server

    def answer(self, path: str = "/", method: str = "GET", **headers: str) -> Answer:
        """The answer to a request with these headers, whose names are written with ``_`` for ``-``."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(connection):
            connection.request(method, path, headers=sent)
            with connection.getresponse() as got:
                text = "" if got.status == 101 else got.read().decode(errors="replace")
                return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, text)

    def upgrade(self, **headers: str) -> int:
        """The status of the answer to a WebSocket handshake."""
        shake = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13"}
        key = {"Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ=="}
        return self.answer("/_stcore/stream", **shake, **key, **headers).status

    def end(self) -> tuple[int, str]:
        """The exit code and what was said, once it has ended."""
        _, said = self.process.communicate(timeout=120)
        return self.process.returncode, said


def _hear_signals() -> None:
    """Let a process end by signals that its parents ignore, such as in a run behind ``nohup``."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@contextmanager
def served(
    folder: Path, *options: str, host: str = "127.0.0.1", database: Mapping[str, str] = NO_DATABASE
) -> Iterator[Served]:
    """An explorer that answers at `host`, started with `options`; its data folder is `folder`.

    `database` are the variables that name its database; without any it is the embedded engine of the folder.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "konstelasi", "app", "--port", str(port), "--headless", *options]
    environment = {**os.environ, **database, "KONSTELASI_HOME": str(folder)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command,
        stdout=pipe,
        stderr=pipe,
        text=True,
        preexec_fn=_hear_signals,  # noqa: PLW1509 - no other thread runs here
        env=environment,
    ) as process:
        try:
            assert process.stdout is not None
            yield Served(process, host, port, process.stdout.readline())
        finally:
            process.kill()  # its server ends with it
