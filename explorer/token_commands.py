"""``konstelasi tokens``: makes, lists and revokes the tokens with which programs ask the app."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Grid

from cypher.audit.commanded import about
from cypher.bolt.settings import home_from_environment
from explorer.identity.roles import TeamRole
from explorer.identity.tokens import make_token, read_tokens, revoke_token

DAYS = 90
"""How long a token is valid if nothing else is said."""

app = typer.Typer(
    help="Make, list and revoke tokens, with which programs ask the app's interface.\n\n"
    "Example: konstelasi tokens make weekly-report --role reader --days 30",
    no_args_is_help=True,
)


@app.command()
def make(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The name under which the program asks; no spaces.")
    ],
    role: Annotated[TeamRole, typer.Option(help="What the program may do.")] = TeamRole.READER,
    days: Annotated[int, typer.Option(min=1, max=3650, help="For how many days it is valid.")] = DAYS,
) -> None:
    """Make a token and print it, once: only a hash is kept.

    The address of a member as NAME gives their private queries as well, until they are taken off the list of
    members. Example: konstelasi tokens make weekly-report --role reader --days 30
    """
    about(name, role=role)
    secret, made = make_token(home_from_environment(), name, role, days)
    typer.echo(f"Valid until {made.expires[:16]} UTC, for {role}. It is not shown again:", err=True)
    typer.echo(secret)


@app.command("list")
def list_tokens() -> None:
    """List all tokens: name, role, and from when to when they are valid. Example: konstelasi tokens list."""
    now = datetime.now(UTC)
    grid = Grid("name", "role", "made", "valid until")
    for each in read_tokens(home_from_environment()):
        ended = " (expired)" if each.has_expired(now) else ""
        grid.add_row(each.name, each.role, each.made[:16], each.expires[:16] + ended)
    Console().print(grid)


@app.command()
def revoke(name: Annotated[str, typer.Argument(metavar="NAME", help="The name of the token.")]) -> None:
    """Forget a token: it is refused at its next use. Example: konstelasi tokens revoke weekly-report."""
    about(name)
    revoke_token(home_from_environment(), name)
    typer.echo(f"{name} is revoked.")
