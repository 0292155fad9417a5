"""The buttons with which a panel adds what it shows to a brief or to a case."""

from __future__ import annotations

from explorer.acts.briefs import AddActorToBrief, AddClaimToBrief, AddPairToBrief, AddTieToBrief
from explorer.acts.cases import (
    AddActorToCase,
    AddClaimToCase,
    AddNoteToCase,
    AddPairToCase,
    AddSentenceToCase,
    AddTieToCase,
    ChooseSentence,
)
from explorer.elements import Element, element
from explorer.phrases import say


def collecting_tie(tie: str) -> tuple[Element, ...]:
    """Build the buttons for a tie."""
    return _buttons(AddTieToBrief(tie), AddTieToCase(tie))


def collecting_actor(entity: str) -> tuple[Element, ...]:
    """Build the buttons for an actor."""
    return _buttons(AddActorToBrief(entity), AddActorToCase(entity))


def collecting_pair(first: str, second: str) -> tuple[Element, ...]:
    """Build the buttons for two actors."""
    return _buttons(AddPairToBrief(first, second), AddPairToCase(first, second))


def collecting_claim(claim: str) -> tuple[Element, ...]:
    """Build the small buttons on the card of a claim."""
    return (
        element("button", say("+ Brief"), act=AddClaimToBrief(claim), hint=say("Add to a brief")),
        _case_button(AddClaimToCase(claim)),
    )


def collecting_note(note: str, look: str = "") -> Element:
    """Build the small button on the card of a note, or in a list with the look ``act``."""
    return _case_button(AddNoteToCase(note), look)


def collecting_sentence(document: str, start: int, end: int) -> Element:
    """Build the small button beside a sentence, given by its first and last character."""
    return _case_button(AddSentenceToCase(document, start, end), look="act")


def collecting_from_article(document: str) -> Element:
    """Build the button that adds one of the sentences of an article."""
    return element("button", say("Add a sentence to a case"), act=ChooseSentence(document))


def _case_button(act: AddClaimToCase | AddNoteToCase | AddSentenceToCase, look: str = "") -> Element:
    return element("button", say("+ Case"), look=look, act=act, hint=say("Add to a case"))


def _buttons(
    brief: AddTieToBrief | AddActorToBrief | AddPairToBrief,
    case: AddTieToCase | AddActorToCase | AddPairToCase,
) -> tuple[Element, ...]:
    return (
        element("button", say("Add to a brief"), act=brief),
        element("button", say("Add to a case"), act=case),
    )
