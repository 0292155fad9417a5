"""The handlers of acts in the network page's panels, which change the view."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from explorer.acts import perform
from explorer.acts.network import (
    ChooseExpansion,
    CloseInside,
    Collapse,
    DrawLink,
    DrawOnlyLink,
    Expand,
    ExpandType,
    GoToStep,
    Hide,
    OpenGroup,
    OpenInside,
    SelectEdge,
    SelectNode,
    ShowAbout,
    ShowAlone,
)
from explorer.graph.grouping import entities_of
from explorer.reads.picture import Picture
from explorer.view import keys, session
from explorer.view.folding import close_inside, open_group, open_inside
from explorer.view.state import (
    MOST_NEIGHBOURS,
    Expansion,
    View,
    about,
    alone,
    collapse,
    expand,
    expand_all,
    hide,
    link,
    links_alone,
    select_edge,
    select_node,
)


def _show(view: View) -> None:
    """Show a view; the panel then shows its selection instead of search results."""
    session.go(view)
    st.session_state[keys.SEARCH] = ""


def _members(entities: Iterable[str]) -> tuple[str, ...]:
    """Replace the groups among the entities by their members: the menu of the network names what is drawn."""
    drawn: Picture | None = st.session_state.get(keys.CANVAS, (None, None))[1]
    return entities_of(drawn.graph, entities) if drawn else tuple(entities)


@perform.register
def _select_node(act: SelectNode) -> None:
    _show(select_node(session.view(), act.node))


@perform.register
def _select_edge(act: SelectEdge) -> None:
    _show(select_edge(session.view(), act.edge))


@perform.register
def _show_about(act: ShowAbout) -> None:
    _show(about(act.entity))


@perform.register
def _show_alone(act: ShowAlone) -> None:
    _show(alone(session.view(), _members(act.entities)))


@perform.register
def _expand(act: Expand) -> None:
    _show(expand_all(session.view(), act.entities, session.expansion()))


@perform.register
def _expand_type(act: ExpandType) -> None:
    _show(expand(session.view(), act.entity, act.event_type, session.expansion()))


@perform.register
def _collapse(act: Collapse) -> None:
    _show(collapse(session.view(), *act.entities))


@perform.register
def _hide(act: Hide) -> None:
    _show(hide(session.view(), *_members(act.entities)))


@perform.register
def _draw_link(act: DrawLink) -> None:
    _show(link(session.view(), act.kind, act.entities))


@perform.register
def _draw_only_link(act: DrawOnlyLink) -> None:
    _show(links_alone(session.view(), act.kind, act.entities))


@perform.register
def _open_group(act: OpenGroup) -> None:
    _show(open_group(session.view(), act.group))


@perform.register
def _open_inside(act: OpenInside) -> None:
    _show(open_inside(session.view(), *act.entities))


@perform.register
def _close_inside(act: CloseInside) -> None:
    _show(close_inside(session.view(), *act.entities))


@perform.register
def _choose_expansion(act: ChooseExpansion) -> None:
    session.choose_expansion(Expansion(max(1, min(act.limit, MOST_NEIGHBOURS)), act.rank))
    st.session_state[keys.SEARCH] = ""


@perform.register
def _go_to_step(act: GoToStep) -> None:
    session.jump(act.place)
