"""The command line's ``annotate``: records an analyst's judgement, or takes one back."""

from __future__ import annotations

import getpass
import json
from typing import Annotated

import typer

from cypher.annotation import annotate as record
from cypher.annotation import history, undo
from cypher.database import Role, Settings, connect
from cypher.errors import UsageError
from cypher.model import Judgement


def annotate(  # noqa: PLR0913 - one parameter an option
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help="A claim or a tie; with --undo, the batch to take back.")
    ],
    *,
    judgement: Annotated[Judgement | None, typer.Option("--judgement", "-j", help="The verdict.")] = None,
    confidence: Annotated[float | None, typer.Option(help="How sure you are, from 0 to 1.")] = None,
    note: Annotated[str | None, typer.Option(help="Why, in your words.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="A tag; may be given several times.")] = None,
    author: Annotated[str | None, typer.Option(help="Who judges; your user name unless given.")] = None,
    take_back: Annotated[bool, typer.Option("--undo", help="Take a batch back.")] = False,
    as_machine: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Judge a claim, or all claims of a tie; print the batch by which it is undone.

    Example: konstelasi annotate tie-3f9a0c… --judgement rejected --note "old footage" --tag unverified
    """
    if take_back == (judgement is not None):
        raise UsageError("Say either --judgement verified, rejected, unsure or none, or --undo with a batch.")
    who = author or getpass.getuser()
    with connect(Settings.from_environment(), Role.ANALYST) as database:
        if judgement is None:
            batch = undo(database, subject, author=who)
        else:
            batch = record(
                database, subject, judgement, author=who, confidence=confidence, note=note, tags=tag or ()
            )
        claims = (
            [] if judgement is None else [a.claim for a in history(database, subject) if a.batch == batch]
        )
    if as_machine:
        typer.echo(json.dumps({"batch": batch, "author": who, "claims": claims}))
        return
    what = f"Took back {subject}" if judgement is None else f"{len(claims)} claims {judgement.value}"
    typer.echo(f"{what}. Undo with: konstelasi annotate {batch} --undo --author {who}", err=True)
    typer.echo(batch)
