"""Acts that change what the network shows."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act
from explorer.identity.roles import Right
from explorer.view.state import LinkKind, Rank


@dataclass(frozen=True, slots=True)
class SelectNode(Act):
    """Select a node of the network, or a country of the map."""

    node: str


@dataclass(frozen=True, slots=True)
class SelectEdge(Act):
    """Select an edge of the network, or an arc of the map."""

    edge: str


@dataclass(frozen=True, slots=True)
class ShowAbout(Act):
    """Draw a new network about an entity."""

    entity: str


@dataclass(frozen=True, slots=True)
class ShowAlone(Act):
    """Draw only these entities with their ties. The filters stay."""

    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expand(Act):
    """Add ties of these entities."""

    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpandType(Act):
    """Add ties of an entity of one event type."""

    entity: str
    event_type: str


@dataclass(frozen=True, slots=True)
class ChooseExpansion(Act):
    """Choose how many ties an expansion adds, and in which order."""

    limit: int
    rank: Rank


@dataclass(frozen=True, slots=True)
class Collapse(Act):
    """Remove the ties that were added for these entities."""

    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hide(Act):
    """Hide these entities."""

    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawLink(Act):
    """Draw a connection between these entities, or remove it if it is drawn."""

    kind: LinkKind
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawOnlyLink(Act):
    """Draw only a connection between these entities."""

    kind: LinkKind
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenGroup(Act):
    """Draw the members of a group as separate nodes."""

    group: str


@dataclass(frozen=True, slots=True)
class OpenInside(Act):
    """Draw the actors of these states and bodies with ties of their own."""

    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CloseInside(Act):
    """Draw each of these states and bodies as one node again."""

    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoToStep(Act):
    """Go back to an earlier step, counted from the first."""

    place: int


@dataclass(frozen=True, slots=True)
class OpenView(Act):
    """Show a saved view."""

    view: str


@dataclass(frozen=True, slots=True)
class RemoveView(Act, needs=Right.ANNOTATE):
    """Remove a saved view from the list."""

    view: str
