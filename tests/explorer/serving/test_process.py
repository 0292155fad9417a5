"""`konstelasi app` as a process: where it can be reached, what it says, and how it ends."""

from __future__ import annotations

import signal
import socket
import time
from pathlib import Path

import psutil
import pytest

from explorer.serving.process import how_it_ended
from tests.explorer.serving.running import IPV6, Served, served

pytestmark = pytest.mark.slow

PLACES = [
    ("127.0.0.2", "127.0.0.2", "http://127.0.0.2", signal.SIGTERM),
    ("localhost", "127.0.0.1", "http://localhost", signal.SIGINT),
    ("::1", "::1", "http://[::1]", signal.SIGHUP)
    if IPV6
    else ("127.0.0.3",) * 2 + ("http://127.0.0.3", signal.SIGHUP),
]


@pytest.mark.parametrize(("address", "host", "url", "number"), PLACES)
def test_it_answers_where_it_was_told_to_and_ends_well_when_it_is_asked_to(
    tmp_path: Path, address: str, host: str, url: str, number: signal.Signals
) -> None:
    with served(tmp_path, "--address", address, host=host) as app:
        assert f"Konstelasi is open at {url}:{app.port} " in app.announced
        server = app.server
        app.process.send_signal(number)
        code, said = app.end()
    assert code == 0
    assert said.splitlines() == ["Konstelasi has ended."]
    assert not server.is_running()
    assert not listens(app)


def test_a_server_that_is_killed_leaves_an_exit_code_and_a_sentence(tmp_path: Path) -> None:
    everywhere = ("--address", "0.0.0.0", "--without-sign-in")  # noqa: S104 - that it answers is the point
    with served(tmp_path, *everywhere) as app:
        assert f"http://127.0.0.1:{app.port} " in app.announced
        assert app.answer("/_stcore/health", Host="192.0.2.1:8501").status == 200
        assert app.answer("/_stcore/health", Host="evil.example").status == 421
        app.server.kill()
        code, said = app.end()
    assert code == 1
    assert "no sign-in" in said
    assert "was ended by SIGKILL; perhaps it ran out of memory" in said
    assert "Traceback" not in said


def test_a_server_does_not_outlive_the_program_that_started_it(tmp_path: Path) -> None:
    with served(tmp_path) as app:
        server = app.server
        app.process.kill()
        gone, _ = psutil.wait_procs([server], timeout=30)
    assert gone
    assert not listens(app)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (3, "ended by itself (exit code 3)"),
        (0, "ended by itself (exit code 0)"),
        (-9, "was ended by SIGKILL; perhaps it ran out of memory"),
        (-11, "was ended by SIGSEGV"),
        (-60, "was ended by signal 60"),
    ],
)
def test_an_end_is_said_in_words(code: int, said: str) -> None:
    assert how_it_ended(code) == said


def listens(app: Served) -> bool:
    """Whether anything still listens where the app did, after a moment."""
    time.sleep(0.1)
    family = socket.AF_INET6 if ":" in app.host else socket.AF_INET
    with socket.socket(family) as probe:
        return probe.connect_ex((app.host, app.port)) == 0
