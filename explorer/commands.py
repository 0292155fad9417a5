"""``konstelasi app``: serves the explorer, by default only to this machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from cypher.bolt.settings import Settings
from cypher.commands.telling import tell
from cypher.engine.folder import EngineFolder
from cypher.errors import UsageError
from explorer.identity.settings import SignIn
from explorer.serving.exposure import exposure_at
from explorer.serving.figures_token import metrics_token
from explorer.serving.hosts import hosts_for
from explorer.serving.listening import THIS_MACHINE, Listening, listening, refuse_a_taken_port
from explorer.serving.process import fill as fill_with
from explorer.serving.process import signals_as_interrupts, started, wait_until_ready, watch

EXPOSED = """\
--address {where} lets other machines reach the explorer, and it has no sign-in: everybody who can reach it
could read, judge and add. Keep --address 127.0.0.1 and let readers connect through
'ssh -L {port}:127.0.0.1:{port} THIS-MACHINE' or a proxy with a sign-in (give its name with --host-name).
Or set up a sign-in (docs/serving.md). If everybody may do everything, add --without-sign-in."""

NO_SIGN_IN = """\
Warning: other machines can reach {where}, and the explorer has no sign-in: everybody who can reach it can
read, judge and add."""


def app(
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8501,
    address: Annotated[
        str,
        typer.Option(
            help="The address to listen on: an IPv4 or IPv6 address or a name of this machine; "
            "0.0.0.0 or :: for every network. Beyond this machine it needs a sign-in or --without-sign-in."
        ),
    ] = THIS_MACHINE,
    host_name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name under which a proxy publishes the app; may be repeated."),
    ] = None,
    without_sign_in: Annotated[
        bool,
        typer.Option(
            "--without-sign-in",
            envvar="KONSTELASI_WITHOUT_SIGN_IN",
            help="Let everybody who reaches the address do everything.",
        ),
    ] = False,
    headless: Annotated[bool, typer.Option(help="Do not open a browser.")] = False,
    fill: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH", help="Articles to load first if the graph is empty; may be repeated."),
    ] = None,
) -> None:
    """Serve the explorer until interrupted, and open it in the browser.

    Ctrl+C, SIGTERM and SIGHUP end it with exit code 0. The exit code is 1 if its server fails.

    Example: konstelasi app --fill samples/articles.jsonl --port 8600 --headless
    """
    _refuse_bad_settings()
    place = listening(address, port)
    hosts_for(place, host_name or [])
    refuse_a_taken_port(place)
    sign_in = SignIn.from_environment()
    if sign_in and without_sign_in:
        raise UsageError(
            "Readers sign in as KONSTELASI_OIDC_… or KONSTELASI_PROXY_… say. Leave --without-sign-in out, "
            "or set KONSTELASI_WITHOUT_SIGN_IN=0."
        )
    if sign_in is None and not place.loopback:
        _refuse_exposure(place, meant=without_sign_in)
    try:
        with signals_as_interrupts():
            _serve(place, host_name or [], fill or [], headless=headless)
    except KeyboardInterrupt:
        tell("Konstelasi has ended.")


def _refuse_exposure(place: Listening, *, meant: bool) -> None:
    """Raise `UsageError` for an address that others can reach, or warn if that is `meant`."""
    if not meant:
        raise UsageError(EXPOSED.format(where=place.name, port=place.port))
    tell(NO_SIGN_IN.format(where=place.name))


def _refuse_bad_settings() -> None:
    """Raise an error for unusable settings. A database that does not answer yet is reported by the pages."""
    metrics_token()
    settings = Settings.from_environment()
    if settings.embedded:
        EngineFolder(settings.home).prepare()


def _serve(place: Listening, host_names: Sequence[str], articles: Sequence[str], *, headless: bool) -> None:
    """Run the explorer until it is interrupted; load the articles before the browser opens."""
    with started(place, host_names) as server:
        if articles:
            fill_with(server, articles)
        wait_until_ready(server, place)
        typer.echo(f"Konstelasi is open at {place.url} (Ctrl+C ends it)")
        if place.loopback and SignIn.from_environment() is None:
            typer.echo(exposure_at(place, host_names))
        if not headless:
            typer.launch(place.url)
        watch(server)
