"""Acts that collect evidence in a brief, and that change the brief that is open."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act
from explorer.identity.roles import Right


@dataclass(frozen=True, slots=True)
class AddTieToBrief(Act, needs=Right.ANNOTATE):
    """Add a tie with its claims to the reader's brief."""

    tie: str


@dataclass(frozen=True, slots=True)
class AddClaimToBrief(Act, needs=Right.ANNOTATE):
    """Add a claim to the reader's brief."""

    claim: str


@dataclass(frozen=True, slots=True)
class AddActorToBrief(Act, needs=Right.ANNOTATE):
    """Add the page of an actor to the reader's brief."""

    entity: str


@dataclass(frozen=True, slots=True)
class AddPairToBrief(Act, needs=Right.ANNOTATE):
    """Add the page of two actors to the reader's brief."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class OpenBrief(Act):
    """Open a brief. What is added from now on goes to this one."""

    brief: str


@dataclass(frozen=True, slots=True)
class OpenBriefVersion(Act):
    """Show an earlier version of the open brief; 0 shows the newest."""

    version: int


@dataclass(frozen=True, slots=True)
class MoveBriefPart(Act, needs=Right.ANNOTATE):
    """Move a part of the open brief, counted from 0, by so many places; back if negative."""

    part: int
    steps: int


@dataclass(frozen=True, slots=True)
class RemoveBriefPart(Act, needs=Right.ANNOTATE):
    """Remove a part of the open brief, counted from 0."""

    part: int


@dataclass(frozen=True, slots=True)
class EditBriefPart(Act, needs=Right.ANNOTATE):
    """Open the form for the own text of a part of the open brief, counted from 0."""

    part: int
