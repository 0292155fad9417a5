"""The notice that somebody else judged in the meantime: their verdicts, and the reader's choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.judging.annotations import Annotation, Recode
from cypher.model.graph import Judgement
from explorer.acts.judging import LeaveVerdict, RecordAnyway
from explorer.elements import Element, draw_elements, element
from explorer.panels.widgets import badge
from explorer.phrases import Problem, Term, say


@dataclass(frozen=True, slots=True)
class Refused:
    """A judgement that was not recorded, because `others` judged the same claims since they were opened."""

    subject: str | Sequence[str]
    judgement: Judgement
    recode: Recode | None
    final: bool = False
    others: tuple[Annotation, ...] = ()
    reason: str = ""


def draw_conflict(refused: Refused) -> None:
    """Say what happened, and how to go on."""
    draw_elements(conflict(refused), key="conflict")


def conflict(refused: Refused) -> Element:
    """The notice: the others' judgements, and the two choices."""
    theirs = [_said(other) for other in refused.others]
    mine = say("Your verdict was not recorded: {verdict}.", verdict=Term(refused.judgement))
    return element(
        "div",
        element("strong", say("Somebody judged this while you were looking at it")),
        element("ul", *theirs) if theirs else element("p", Problem(refused.reason)),
        element("p", mine),
        element(
            "div",
            element("button", say("Record mine as well"), act=RecordAnyway()),
            element("button", say("Leave it as it is"), act=LeaveVerdict()),
            look="acts",
        ),
        look="notice",
    )


def _said(other: Annotation) -> Element:
    verdict = badge(Term(other.judgement), other.judgement.value)
    return element("li", element("strong", other.author), " ", verdict, " ", other.note or "")
