"""Acts that open a page, or something in the lists of a page."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.model.graph import Level
from explorer.acts.act import Act
from explorer.identity.roles import Right


@dataclass(frozen=True, slots=True)
class GoToPage(Act):
    """Open a page as the reader left it."""

    page: str


@dataclass(frozen=True, slots=True)
class OpenEntity(Act):
    """Open the network about an entity."""

    entity: str


@dataclass(frozen=True, slots=True)
class OpenProfile(Act):
    """Open the page of an actor."""

    entity: str


@dataclass(frozen=True, slots=True)
class OpenPair(Act):
    """Open the page of two actors."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class OpenPairAt(Act):
    """Open the page of two actors at a level, which becomes that of the reader."""

    first: str
    second: str
    level: Level


@dataclass(frozen=True, slots=True)
class OpenTie(Act):
    """Open the network with a tie selected."""

    tie: str


@dataclass(frozen=True, slots=True)
class OpenDocument(Act):
    """Open a document, with one of its claims chosen unless `claim` is empty."""

    document: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class OpenSentence(Act):
    """Open a document at a sentence, given by its first and last character."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OpenMerging(Act, needs=Right.SETTLE):
    """Open the form that merges an actor into another."""

    entity: str


@dataclass(frozen=True, slots=True)
class OpenQuery(Act):
    """Open a query with its form filled with these entities."""

    query: str
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChooseDocument(Act):
    """Show a document of the list."""

    document: str


@dataclass(frozen=True, slots=True)
class ChooseClaim(Act):
    """Show a claim of the document."""

    claim: str


@dataclass(frozen=True, slots=True)
class ChooseQuery(Act):
    """Show the form of a query of the list."""

    query: str


@dataclass(frozen=True, slots=True)
class AskAgain(Act):
    """Run a query of this session again, counted from the latest."""

    number: int


@dataclass(frozen=True, slots=True)
class FillForm(Act):
    """Fill the form of a query with these entities, and run it. `owner` is the page of the form."""

    owner: str
    query: str
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndWatch(Act, needs=Right.ANNOTATE):
    """Stop watching a query."""

    watch: str


@dataclass(frozen=True, slots=True)
class InsertName(Act):
    """Insert a name of the graph in the editor of queries, at the cursor."""

    name: str


@dataclass(frozen=True, slots=True)
class OpenTogether(Act):
    """Open the network with these entities and the ties among them."""

    entities: tuple[str, ...]
