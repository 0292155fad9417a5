"""The command that opens the explorer: what it refuses, with what it says."""

from __future__ import annotations

import inspect
import socket
from pathlib import Path

import pytest

from explorer.commands import app
from tests.conftest import Run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that no command here comes to use."""
    return tmp_path


def test_the_app_is_served_to_this_machine_alone_unless_told_otherwise() -> None:
    assert inspect.signature(app).parameters["address"].default == "127.0.0.1"


@pytest.mark.parametrize("port", ["0", "-1", "70000", "x", ""])
def test_a_port_that_is_none_is_refused(command: Run, port: str) -> None:
    done = command("app", "--port", port)
    assert done.code == 2
    assert "--port" in done.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--address", "no-such-machine.invalid"), "cannot be found"),
        (("--address", "192.0.2.7"), "is not an address of this machine"),
        (("--host-name", "https://graph.example.org"), "is not a host name"),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_a_sentence(
    command: Run, options: tuple[str, ...], said: str
) -> None:
    done = command("app", "--headless", *options)
    assert done.code == 2
    assert done.err.startswith("konstelasi: ")
    assert said in done.err


def test_a_taken_port_is_refused_with_the_way_out(command: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = command("app", "--headless", "--port", str(port))
    assert done.code == 2
    assert f"Port {port} on 127.0.0.1 is taken" in done.err
    assert "--port" in done.err


@pytest.mark.parametrize(
    ("name", "value", "code", "said"),
    [
        ("KONSTELASI_URI", "http://localhost:7687", 2, "is not the address of a database"),
        ("KONSTELASI_URI", "bolt://me:secret@localhost", 2, "contains a user name or password"),
        ("KONSTELASI_HOME", __file__, 1, "cannot be written to"),
    ],
)
def test_settings_that_cannot_work_are_refused_before_anything_starts(
    command: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str, code: int, said: str
) -> None:
    monkeypatch.setenv(name, value)
    done = command("app", "--headless")
    assert done.code == code
    assert done.err.startswith("konstelasi: ")
    assert said in done.err
