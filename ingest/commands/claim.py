"""``konstelasi claim``: makes a claim by hand, withdraws one, or shows its history."""

from __future__ import annotations

import getpass
import json
from enum import StrEnum
from typing import Annotated

import typer

from cypher.model.graph import EntityKind, EventStatus

# ruff: noqa: PLC0415 - the driver is imported where it is used, so that help and wrong use answer at once


class Happened(StrEnum):
    """Whether the source says that it happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    DENIED = "denied"


class NewKind(StrEnum):
    """The kind of an actor that the graph does not know."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    GOVERNMENT_BODY = "government_body"


_STATUS = {
    Happened.ACTUAL: EventStatus.ACTUAL,
    Happened.PLANNED: EventStatus.PLANNED,
    Happened.DENIED: EventStatus.NEGATED,
}


def claim(  # noqa: PLR0913 - one parameter an option
    actor: Annotated[
        str,
        typer.Argument(metavar="ACTOR", help="Who did it, by name or id; else the claim of --withdraw."),
    ],
    act: Annotated[str, typer.Argument(metavar="TYPE", help="What: an event type such as CONSULT.")] = "",
    recipient: Annotated[str, typer.Argument(metavar="RECIPIENT", help="To whom, by name or id.")] = "",
    *,
    quote: Annotated[str, typer.Option(help="What the source says, word for word.")] = "",
    article: Annotated[str | None, typer.Option(help="The id of an article that is the source.")] = None,
    title: Annotated[str | None, typer.Option(help="The title of another source.")] = None,
    publisher: Annotated[str | None, typer.Option(help="The publisher of another source.")] = None,
    url: Annotated[str | None, typer.Option(help="The address of another source.")] = None,
    published: Annotated[str | None, typer.Option(help="The day of another source: 2024-03-05.")] = None,
    language: Annotated[str, typer.Option(help="The language of the quotation.")] = "en",
    information_grade: Annotated[int, typer.Option(help="Grade of the information, 1 to 6.")] = 0,
    source_grade: Annotated[str | None, typer.Option(help="Admiralty grade of the source, A to F.")] = None,
    date: Annotated[str | None, typer.Option(help="When: 2024-03-05, 2024-03 or 2024.")] = None,
    happened: Annotated[Happened, typer.Option(help="Whether it happened.")] = Happened.ACTUAL,
    mode: Annotated[str | None, typer.Option(help="The mode of the type, such as phone.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Who says so in the source.")] = None,
    note: Annotated[str | None, typer.Option(help="A remark; with --withdraw, the reason.")] = None,
    new: Annotated[NewKind | None, typer.Option(help="Make unknown parties actors of this kind.")] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Withdraw your claim.")] = False,
    show_history: Annotated[bool, typer.Option("--history", help="Print what was recorded.")] = False,
    author: Annotated[str | None, typer.Option(help="Who claims; your user name by default.")] = None,
) -> None:
    """Claim by hand who did what to whom, from a source that you quote; print the id of the claim.

    The claim is marked with your name wherever it is shown. The lens *trusted* shows it if the information
    is graded 1 or 2, and the source neither D, E nor F.

    Example: konstelasi claim Iran CONSULT Qatar --mode phone --date 2024-03-05 --quote "Iran called Qatar."
    --title "A call" --publisher "Gulf Courier" --information-grade 2
    """
    from cypher.audit.commanded import about
    from cypher.by_hand.claims import claim_history, make_claim, withdraw_claim
    from cypher.by_hand.sources import Source
    from cypher.by_hand.stated import HandClaim
    from cypher.commands.telling import tell
    from cypher.database import Role, Settings
    from cypher.errors import UsageError
    from cypher.judging.opening import opened
    from ingest.loading.known import KNOWLEDGE, parties_of_claim
    from ingest.loading.merge_proposals import suggest_merges

    if withdraw + show_history + bool(act and recipient) != 1 or bool(act) != bool(recipient):
        raise UsageError("Give actor, type and recipient, or a claim with --withdraw or --history.")
    who = author or getpass.getuser()
    role = Role.READER if show_history else Role.ANALYST
    about(actor, author=who, **({"withdraw": "yes"} if withdraw else {}))
    with opened(Settings.from_environment(), role, tell) as database:
        if show_history:
            for each in claim_history(database, actor):
                said = {
                    "at": each.created_at,
                    "author": each.author,
                    "verdict": each.judgement.value,
                    "note": each.note,
                    "sources": list(each.sources),
                    "source_grade": each.source_grade,
                    "information_grade": each.information_grade,
                }
                typer.echo(json.dumps(said, ensure_ascii=False))
            return
        if withdraw:
            withdraw_claim(database, actor, author=who, reason=note or "")
            typer.echo(actor)
            return
        source = Source(quote, article, title, publisher, url, published, language)
        kind = EntityKind(new.value) if new else None
        stated = HandClaim(
            *(actor, act.upper(), recipient, source, information_grade, mode, date, _STATUS[happened]),
            *(speaker, source_grade, note, kind),
        )
        made = make_claim(database, stated, author=who, knowledge=KNOWLEDGE)
        if kind is not None:
            suggest_merges(database, parties_of_claim(database, made))
    typer.echo(f"Withdraw with: konstelasi claim {made} --withdraw --author {who}", err=True)
    typer.echo(made)
