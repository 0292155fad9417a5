"""``konstelasi annotate``: records an analyst's judgement, or undoes one."""

from __future__ import annotations

import getpass
import json
from typing import Annotated

import typer

from cypher.audit.commanded import about
from cypher.commands.telling import tell
from cypher.database import Database, Role, Settings
from cypher.errors import UsageError
from cypher.judging.annotations import Recode, Said, undo
from cypher.judging.annotations import annotate as record
from cypher.judging.opening import opened
from cypher.model.graph import Judgement
from cypher.records.shared import StoredAnnotation

Texts = list[str] | None


def annotate(  # noqa: PLR0913 - one parameter an option
    subjects: Annotated[
        list[str],
        typer.Argument(metavar="SUBJECT…", help="Ids of claims and ties; with --undo, the batch to undo."),
    ],
    *,
    judgement: Annotated[Judgement | None, typer.Option("--judgement", "-j", help="The verdict.")] = None,
    confidence: Annotated[float | None, typer.Option(help="How sure you are, from 0 to 1.")] = None,
    note: Annotated[str | None, typer.Option(help="Why, in your words.")] = None,
    tag: Annotated[Texts, typer.Option(help="A tag; may be repeated.")] = None,
    source: Annotated[Texts, typer.Option(help="A source that you checked; may be repeated.")] = None,
    source_grade: Annotated[str | None, typer.Option(help="Admiralty grade of the source, A to F.")] = None,
    information_grade: Annotated[int | None, typer.Option(help="Grade of the information, 1 to 6.")] = None,
    to_type: Annotated[str | None, typer.Option(help="Recode: the event type or relation type.")] = None,
    actor: Annotated[Texts, typer.Option(help="Recode: the id of who did it; may be repeated.")] = None,
    recipient: Annotated[Texts, typer.Option(help="Recode: the id of a recipient; may be repeated.")] = None,
    mediator: Annotated[Texts, typer.Option(help="Recode: the id of a mediator; may be repeated.")] = None,
    final: Annotated[bool, typer.Option("--final", help="Settle a disagreement of others.")] = False,
    author: Annotated[str | None, typer.Option(help="Who judges; your user name by default.")] = None,
    take_back: Annotated[bool, typer.Option("--undo", help="Undo a batch.")] = False,
    as_machine: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Judge claims, or all claims of ties; print the id of the batch, which undoes it.

    A recoded claim counts as verified with your reading; the extracted reading is kept.

    Example: konstelasi annotate tie-3f9a0c… --judgement rejected --note "old footage" --tag unverified
    """
    recode = _recode(to_type, actor, recipient, mediator)
    judgement = judgement or (Judgement.VERIFIED if recode else None)
    if take_back == (judgement is not None) or (take_back and len(subjects) != 1):
        raise UsageError(
            "Give either --judgement verified, rejected, unsure or none, or --undo with a batch."
        )
    who = author or getpass.getuser()
    said = Said(confidence=confidence, note=note, tags=tag or (), sources=source or (), recode=recode)
    said |= Said(source_grade=source_grade, information_grade=information_grade, final=final)
    about(*subjects, author=who, **({"judgement": judgement.value} if judgement else {"undo": "yes"}))
    with opened(Settings.from_environment(), Role.ANALYST, tell) as database:
        if judgement is None:
            batch, claims = undo(database, subjects[0], author=who), []
        else:
            batch = record(database, subjects, judgement, author=who, **said)
            claims = _claims_of(database, batch)
    if as_machine:
        typer.echo(json.dumps({"batch": batch, "author": who, "claims": claims}))
        return
    what = f"Undid {subjects[0]}" if judgement is None else f"{len(claims)} claims {judgement.value}"
    typer.echo(f"{what}. Undo with: konstelasi annotate {batch} --undo --author {who}", err=True)
    typer.echo(batch)


def _recode(to_type: str | None, *parties: Texts) -> Recode | None:
    if to_type is None and all(each is None for each in parties):
        return None
    actors, recipients, mediators = (None if each is None else tuple(each) for each in parties)
    return Recode(type=to_type, actors=actors, recipients=recipients, mediators=mediators)


def _claims_of(database: Database, batch: str) -> list[str]:
    return [row.claim for row in database.rows(StoredAnnotation, "annotate/batch", batch=batch)]
