"""The command that opens the explorer."""

from __future__ import annotations

import socket

import pytest

from cypher.errors import UsageError
from explorer.commands import refuse_a_taken_port, server_command


def test_the_app_is_served_on_this_machine_alone() -> None:
    command = server_command(8600)
    assert "--server.address=127.0.0.1" in command
    assert "--server.port=8600" in command


def test_a_taken_port_is_refused_with_the_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"Port {port}.*--port"):
            refuse_a_taken_port(port)


def test_a_free_port_is_accepted() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    refuse_a_taken_port(port)
