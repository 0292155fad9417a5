"""The child processes of ``konstelasi app``: the server and the load of ``--fill``."""

from __future__ import annotations

import contextlib
import http.client
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from types import FrameType

from cypher.errors import ExplorerError
from explorer.serving.filling import Filling
from explorer.serving.listening import Listening

START_LIMIT = 60.0
"""Seconds that the server may take until its first answer."""

END_LIMIT = 10.0
"""Seconds after which a process that was asked to end is killed."""

_POLL = 0.1

Process = subprocess.Popen[bytes]


@contextlib.contextmanager
def started(place: Listening, host_names: Sequence[str] = ()) -> Iterator[Process]:
    """Start the process that serves the app at `place`, and end it after the block."""
    given = json.dumps({"place": asdict(place), "host_names": [*host_names]})
    command = [sys.executable, "-m", "explorer.server", given]
    with _running(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as server:
        yield server


def fill(server: Process, paths: Sequence[str]) -> None:
    """Load the articles of `paths` into an empty graph, and send the state of the load to `server`.

    The load prints its own errors. Raises `ExplorerError` if the server ends meanwhile.
    """
    _tell(server, Filling.RUNNING)
    command = [sys.executable, "-m", "konstelasi", "ingest", "--if-empty", "--", *paths]
    with _running(command, stdin=subprocess.DEVNULL, stdout=None) as load:
        while load.poll() is None:
            _refuse_an_end(server)
            time.sleep(_POLL)
    _tell(server, Filling.FAILED if load.returncode else Filling.DONE)


def wait_until_ready(server: Process, place: Listening) -> None:
    """Wait until the server answers; raises `ExplorerError` if it ends or does not answer in time."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        _refuse_an_end(server)
        if _answers(place):
            return
        time.sleep(_POLL)
    raise ExplorerError(
        f"The explorer did not answer at {place.url} within {START_LIMIT:.0f} s. "
        "See its output above, and start it again."
    )


def watch(server: Process) -> None:
    """Wait while the server runs; raises `ExplorerError` when it ends by itself."""
    server.wait()
    _refuse_an_end(server)


@contextlib.contextmanager
def signals_as_interrupts() -> Iterator[None]:
    """Within the block, let SIGTERM and SIGHUP (a closed terminal) do what Ctrl+C does.

    A signal that this process was started to ignore (``nohup``) is still ignored.
    """
    numbers = [signal.SIGTERM, *([signal.SIGHUP] if sys.platform != "win32" else [])]
    active = [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]
    former = {number: signal.signal(number, _interrupt) for number in active}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def how_it_ended(code: int) -> str:
    """Return an exit code in words; negative codes are signals."""
    if code >= 0:
        return f"ended by itself (exit code {code})"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    hint = "; perhaps it ran out of memory" if name == "SIGKILL" else ""
    return f"was ended by {name}{hint}"


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _refuse_an_end(server: Process) -> None:
    code = server.poll()
    if code is not None:
        raise ExplorerError(
            f"The explorer's server {how_it_ended(code)}. See its output above. "
            "Everything that was loaded and judged is kept; start it again with 'konstelasi app'."
        )


def _tell(server: Process, filling: Filling) -> None:
    if server.stdin is None:
        return
    with contextlib.suppress(OSError):  # the caller will notice that the server has ended
        server.stdin.write(f"{filling}\n".encode())
        server.stdin.flush()


def _answers(place: Listening) -> bool:
    connection = http.client.HTTPConnection(place.reached_at, place.port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health", headers={"Host": f"localhost:{place.port}"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@contextlib.contextmanager
def _running(command: Sequence[str], *, stdin: int, stdout: int | None) -> Iterator[Process]:
    """Run a process and end it after the block; a second Ctrl+C while it ends kills it at once.

    It has its own process group, so that Ctrl+C in the terminal does not reach it: this process ends it.
    """
    process = subprocess.Popen(command, stdin=stdin, stdout=stdout, process_group=0)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(END_LIMIT)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            process.kill()
            process.wait()
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
