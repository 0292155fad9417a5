"""The command line's ``app``: serves the explorer on this machine alone."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
import time
from typing import Annotated

import typer

from cypher.errors import UsageError

HOST = "127.0.0.1"
START_LIMIT = 60.0
"""Seconds after which a server that does not answer is given up."""


def app(
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8501,
    address: Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 only behind a proxy.")] = HOST,
    headless: Annotated[bool, typer.Option(help="Do not open a browser.")] = False,
    fill: Annotated[
        list[str] | None, typer.Option(metavar="PATH", help="Articles to load first when the graph is empty.")
    ] = None,
) -> None:
    """Open the explorer in the browser, until interrupted.

    Example: konstelasi app --fill samples/articles.jsonl --port 8600 --headless
    """
    serve(port, address, fill or [], headless=headless)


def serve(port: int, address: str, fill: list[str], *, headless: bool) -> None:
    """Run the explorer until it ends or is interrupted; raises `UsageError` when the port is taken.

    The articles of `fill` are read while the server starts, and are there before the browser opens.
    """
    refuse_a_taken_port(port)
    server = subprocess.Popen(server_command(port, address), stdout=subprocess.DEVNULL)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        if fill:
            subprocess.run(filling_command(fill), check=False)  # it says itself what went wrong
        wait_until_ready(server, port)
        page = f"http://{HOST if address == '0.0.0.0' else address}:{port}"  # noqa: S104 - only compared
        typer.echo(f"Konstelasi is open at {page} (Ctrl+C ends it)")
        if not headless:
            typer.launch(page)
        server.wait()
    except KeyboardInterrupt:
        typer.echo("Konstelasi has ended.", err=True)
    finally:
        _end(server)


def server_command(port: int, address: str = HOST) -> list[str]:
    """The command that serves the app; everything that does not depend on the port is in its config.toml."""
    options = {"server.address": address, "server.port": port, "server.headless": "true"}
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "explorer.server", *flags]


def filling_command(paths: list[str]) -> list[str]:
    """The command that loads articles into an empty graph."""
    return [sys.executable, "-m", "konstelasi", "ingest", "--if-empty", *paths]


def refuse_a_taken_port(port: int) -> None:
    """Say so before the server fails with a message of its own."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise UsageError(
                f"Port {port} on {HOST} is taken, perhaps by an explorer that is already open. "
                "Choose another one with --port."
            ) from None


def wait_until_ready(server: subprocess.Popen[bytes], port: int) -> None:
    """Return when the server answers; raises `UsageError` when it ends or stays silent."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise UsageError(f"The explorer ended at its start (exit code {server.returncode}); see above.")
        if _answers(port):
            return
        time.sleep(0.1)
    raise UsageError(f"The explorer did not answer on port {port} within {START_LIMIT:.0f} s.")


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
