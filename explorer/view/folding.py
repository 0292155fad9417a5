"""How a view is drawn: groups, opened states and bundles (several nodes or ties as one), and its layout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from explorer.graph.arrangement import Arrangement, Layout
from explorer.view.state import START, View, select_node


def group_by(view: View, groupings: Iterable[str]) -> View:
    """Group nodes by these groupings, with all groups closed."""
    return replace(select_node(view, None), groupings=tuple(groupings), opened=())


def open_group(view: View, group: str) -> View:
    """Open a group, so that its members are drawn as separate nodes."""
    return replace(select_node(view, None), opened=(*view.opened, group))


def open_inside(view: View, *entities: str) -> View:
    """Draw the actors of these states and bodies with ties of their own."""
    return replace(view, inside=tuple(dict.fromkeys((*view.inside, *entities))))


def close_inside(view: View, *entities: str) -> View:
    """Draw each of these states and bodies as one node again."""
    return replace(view, inside=tuple(each for each in view.inside if each not in entities))


def bundle(view: View, on: bool) -> View:
    """Draw the ties of each pair as one edge, or as separate edges."""
    return replace(view, bundled=on)


def arrange_as(view: View, layout: Layout) -> View:
    """Choose the layout. Rings are around the selected node, or the first centre if none is selected."""
    centres = (centre.entity for centre in view.centres if centre.entity != START)
    around = (view.node or next(centres, None)) if layout is Layout.RINGS else None
    return replace(view, arrangement=Arrangement(layout, around))
