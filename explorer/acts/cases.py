"""Acts that collect in a case, and that open and change the case that is open."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act
from explorer.identity.roles import Right


@dataclass(frozen=True, slots=True)
class AddTieToCase(Act, needs=Right.ANNOTATE):
    """Ask to which case a tie is added."""

    tie: str


@dataclass(frozen=True, slots=True)
class AddClaimToCase(Act, needs=Right.ANNOTATE):
    """Ask to which case a claim is added."""

    claim: str


@dataclass(frozen=True, slots=True)
class AddActorToCase(Act, needs=Right.ANNOTATE):
    """Ask to which case an actor is added."""

    entity: str


@dataclass(frozen=True, slots=True)
class AddPairToCase(Act, needs=Right.ANNOTATE):
    """Ask to which case two actors are added as a pair."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class AddNoteToCase(Act, needs=Right.ANNOTATE):
    """Ask to which case a note is added."""

    note: str


@dataclass(frozen=True, slots=True)
class AddSentenceToCase(Act, needs=Right.ANNOTATE):
    """Ask to which case a sentence is added, given by its first and last character in its document."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ChooseSentence(Act, needs=Right.ANNOTATE):
    """Ask which sentence of a document is added, and to which case."""

    document: str


@dataclass(frozen=True, slots=True)
class OpenCase(Act):
    """Open a case. What is added next is offered to this one first."""

    case: str


@dataclass(frozen=True, slots=True)
class OpenCaseItem(Act):
    """Open what an item of the open case refers to, where it stands."""

    item: str


@dataclass(frozen=True, slots=True)
class RemoveCaseItem(Act, needs=Right.ANNOTATE):
    """Remove an item from the open case."""

    item: str


@dataclass(frozen=True, slots=True)
class RemoveCaseMember(Act, needs=Right.ANNOTATE):
    """Remove a member from the open case."""

    member: str
