"""The notice that somebody else judged in the meantime: their verdicts, and the reader's choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.judging.annotations import Annotation, Recode
from cypher.model.graph import Judgement
from explorer.acts.judging import LeaveVerdict, RecordAnyway
from explorer.elements import Element, draw_elements, element
from explorer.panels.widgets import badge
from explorer.words import Words


@dataclass(frozen=True, slots=True)
class Refused:
    """A judgement that was not recorded, because `others` judged the same claims since they were opened."""

    subject: str | Sequence[str]
    judgement: Judgement
    recode: Recode | None
    final: bool = False
    others: tuple[Annotation, ...] = ()
    reason: str = ""


def draw_conflict(refused: Refused, words: Words) -> None:
    """Say what happened, and how to go on."""
    draw_elements(conflict(refused, words), key="conflict")


def conflict(refused: Refused, words: Words) -> Element:
    """The notice: the others' judgements, and the two choices."""
    theirs = [_said(other, words) for other in refused.others]
    mine = words("Your verdict was not recorded: {verdict}.", verdict=words.term(refused.judgement))
    return element(
        "div",
        element("strong", words("Somebody judged this while you were looking at it")),
        element("ul", *theirs) if theirs else element("p", refused.reason),
        element("p", mine),
        element(
            "div",
            element("button", words("Record mine as well"), act=RecordAnyway()),
            element("button", words("Leave it as it is"), act=LeaveVerdict()),
            look="acts",
        ),
        look="notice",
    )


def _said(other: Annotation, words: Words) -> Element:
    verdict = badge(words.term(other.judgement), other.judgement.value)
    return element("li", element("strong", other.author), " ", verdict, " ", other.note or "")
