"""What a click in a panel of the network page does to the view, by the name of the act."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from explorer.elements import Act
from explorer.panels import overview
from explorer.panels.entity import ALONE, BRING, COLLAPSE, EXPAND, EXPAND_TYPE, HIDE
from explorer.panels.grouped import OPEN_GROUP
from explorer.panels.selection import (
    ALONE_ALL,
    COLLAPSE_ALL,
    EXPAND_ALL,
    HIDE_ALL,
    LINK,
    LINKS_ALONE,
    entities_of,
)
from explorer.panels.widgets import SELECT_EDGE, SELECT_NODE
from explorer.view import keys, session
from explorer.view.state import (
    Expansion,
    LinkKind,
    Rank,
    View,
    about,
    alone,
    collapse,
    expand,
    expand_all,
    hide,
    link,
    links_alone,
    open_group,
    select_edge,
    select_node,
)

Change = Callable[[View, str], View]
"""From a view and the subject of an act to the next view."""


def on_act(act: Act) -> None:
    """Do what was clicked."""
    if act.name == BRING:
        session.choose_expansion(_expansion(act.subject))
    elif act.name in _CHANGES:
        session.go(_CHANGES[act.name](session.view(), act.subject))
    st.session_state[keys.SEARCH] = ""


def _expansion(subject: str) -> Expansion:
    rank, _, limit = subject.partition(" ")
    return Expansion(int(limit), Rank(rank))


def _expand_type(view: View, subject: str) -> View:
    event_type, _, entity = subject.partition(" ")
    return expand(view, entity, event_type, session.expansion())


def _link(view: View, subject: str, draw: Callable[[View, LinkKind, tuple[str, ...]], View]) -> View:
    kind, _, entities = subject.partition(" ")
    return draw(view, LinkKind(kind), entities_of(entities))


_CHANGES: Mapping[str, Change] = {
    SELECT_NODE: select_node,
    SELECT_EDGE: select_edge,
    overview.PICK: lambda _view, entity: about(entity),
    ALONE: lambda _view, entity: about(entity),
    EXPAND: lambda view, entity: expand(view, entity, wanted=session.expansion()),
    EXPAND_TYPE: _expand_type,
    COLLAPSE: collapse,
    HIDE: hide,
    EXPAND_ALL: lambda view, subject: expand_all(view, entities_of(subject), session.expansion()),
    COLLAPSE_ALL: lambda view, subject: collapse(view, *entities_of(subject)),
    HIDE_ALL: lambda view, subject: hide(view, *entities_of(subject)),
    ALONE_ALL: lambda view, subject: alone(view, entities_of(subject)),
    LINK: lambda view, subject: _link(view, subject, link),
    OPEN_GROUP: open_group,
    LINKS_ALONE: lambda view, subject: _link(view, subject, links_alone),
}
