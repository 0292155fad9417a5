"""The server process of ``konstelasi app``: Streamlit's server, with caches filled in advance.

`explorer.serving.process` runs it as ``python -m explorer.server JSON``, with the address and the host names.
It ends when its standard input is closed, so that it never outlives the program that started it.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import secrets
import signal
import sys
import threading
import time
from importlib import import_module
from importlib.resources import files
from types import FrameType

from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from streamlit import runtime
from streamlit.starlette import App

from cypher import logs
from cypher.bolt.settings import home_from_environment
from cypher.bolt.timing import listen
from cypher.database import Database
from cypher.errors import KonstelasiError
from cypher.judging.opening import updated
from cypher.model.graph import Lens
from explorer.identity.present import set_up
from explorer.identity.settings import SignIn
from explorer.interface import mcp
from explorer.interface.callers import callers
from explorer.interface.http import DOOR, closed_routes
from explorer.interface.http import routes as interface_routes
from explorer.interface.service import Service
from explorer.interface.turns import Turns
from explorer.serving.counting import Counting
from explorer.serving.exposure import exposure_at, remember_exposure
from explorer.serving.figures_token import metrics_token
from explorer.serving.filling import hear
from explorer.serving.gate import Gate
from explorer.serving.headers import security_headers
from explorer.serving.health import Doctor
from explorer.serving.hosts import hosts_for
from explorer.serving.introduced import Introduced
from explorer.serving.listening import Listening
from explorer.serving.logged import adopt_servers, tell_statement
from explorer.serving.metrics import Metrics
from explorer.serving.routes import routes
from explorer.serving.standing import Standing
from explorer.serving.statement_times import TIMES
from explorer.serving.updated import remember_older

_COMPLAINTS = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""The logger of Streamlit's warnings about code that runs without a reader's session."""

INTERFACE = "KONSTELASI_INTERFACE"
"""The environment variable that switches the interface for programs off if it is 0."""

_OPTIONS = {"server.headless": True, "server.enableAgentApi": False}
"""Options of Streamlit; its interface for agents, which drives pages without a browser, stays off."""

_LAST_SECONDS = 5.0
"""How long open connections may delay the end of a server whose parent process is gone."""


def serve(place: Listening, host_names: list[str]) -> None:
    """Serve the app until the process is ended."""
    signal.signal(signal.SIGINT, _ignore_interrupt)
    logs.set_up()
    adopt_servers()
    logging.getLogger("uvicorn.error").addFilter(lambda line: line.levelno >= logging.WARNING)
    threading.Thread(target=prepare, name="warm-up", daemon=True).start()
    threading.Thread(target=_follow_parent, name="parent", daemon=True).start()
    sign_in = SignIn.from_environment()
    set_up(sign_in)
    if sign_in is None:
        remember_exposure(exposure_at(place, host_names))
    os.environ["FORWARDED_ALLOW_IPS"] = ""  # uvicorn would take a request's address from a header
    doctor = Doctor(_graph)
    metrics = Metrics(doctor.look, [Standing(home_from_environment())])
    for listener in (metrics.statement, TIMES.took, tell_statement):
        listen(listener)
    app = App(
        str(files("explorer").joinpath("app.py")),
        secrets=sign_in.provider.secrets() if sign_in and sign_in.provider else None,
        routes=[*routes(doctor.look, metrics, _metrics_token(sign_in)), *_interface(sign_in)],
        middleware=[
            Middleware(Counting, metrics=metrics),
            Middleware(Gate, hosts=hosts_for(place, host_names), headers=security_headers()),
            *_introduced(sign_in),
        ],
        on_script_error=metrics.page_error,
    )
    user = {sign_in.proxy.header: "email"} if sign_in and sign_in.proxy else {}
    where = {"server.address": place.ip, "server.port": place.port}
    app.run(config={**where, **_OPTIONS, "server.trustedUserHeaders": json.dumps(user)})


def prepare() -> None:
    """Warm up, then keep what was imported out of the collection of garbage.

    Without this, a full collection looks through all modules, and whoever clicks meanwhile waits for it.
    """
    warm_up()
    gc.freeze()


def warm_up() -> None:
    """Import the pages, connect to the database and fill the caches that the first page needs."""
    logging.getLogger(_COMPLAINTS).disabled = True
    while not runtime.exists():  # before that, Streamlit's caches are not those of the running app
        time.sleep(0.02)
    import_module("explorer.pages")
    picture, state = import_module("explorer.reads.picture"), import_module("explorer.view.state")
    try:
        database = import_module("explorer.reads.connections").analyst()
        remember_older(updated(database).documents)
        picture.picture(state.View(), Lens.TRUSTED.value)
        import_module("pyvis.network")  # which the first drawing would import
        import_module("explorer.work.following").resume_following()
    except KonstelasiError:
        return  # the page will show the error with a button to try again


def _metrics_token(sign_in: SignIn | None) -> str | None:
    """Return the token for the figures; with sign-in, one that nobody knows if none is set."""
    return metrics_token() or (secrets.token_urlsafe() if sign_in else None)


def _interface(sign_in: SignIn | None) -> list[BaseRoute]:
    """Return the addresses for programs."""
    if os.environ.get(INTERFACE, "").strip() == "0":
        return [*closed_routes(), *mcp.closed_routes()]
    find_caller, turns = callers(sign_in, home_from_environment()), Turns()
    by_http, by_mcp = Service(_graph, DOOR, turns), Service(_graph, mcp.DOOR, turns, mcp.SIZE_CAP)
    return [*interface_routes(by_http, find_caller), *mcp.routes(by_mcp, find_caller)]


def _introduced(sign_in: SignIn | None) -> list[Middleware]:
    if sign_in is None or sign_in.proxy is None:
        return []
    return [Middleware(Introduced, header=sign_in.proxy.header, networks=sign_in.proxy.networks)]


def _graph() -> Database:
    """Return the connection of the pages that can only read."""
    database: Database = import_module("explorer.reads.connections").reader()
    return database


def _ignore_interrupt(_number: int, _frame: FrameType | None) -> None:
    """Ignore Ctrl+C, which reaches every process of the terminal: `konstelasi app` ends this one."""


def _follow_parent() -> None:
    """Read the messages of `konstelasi app`, and end this process when that one has ended."""
    rest = b""
    while chunk := os.read(sys.stdin.fileno(), 4096):  # sys.stdin itself would be locked at the end
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            hear(line.decode())
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_LAST_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    _given = json.loads(sys.argv[1])
    serve(Listening(**_given["place"]), _given["host_names"])
