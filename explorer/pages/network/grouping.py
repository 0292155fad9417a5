"""The control above the network that groups nodes and bundles ties."""

from __future__ import annotations

import streamlit as st

from explorer.graph.blocs import blocs
from explorer.graph.grouping import BY_COUNTRY
from explorer.view import keys, session
from explorer.view.state import View, bundle, group_by
from explorer.words import Words


def draw_folds(words: Words, view: View) -> None:
    """Draw the control with the view's values."""
    _fill(view)
    active = len(view.groupings) + view.bundled
    label = words("Group ({number})", number=active) if active else words("Group")
    with st.popover(label, icon=":material/workspaces:", width="content"):
        st.multiselect(
            words("Group nodes by"),
            [BY_COUNTRY, *blocs()],
            format_func=lambda code: _name(code, words),
            key=keys.GROUPINGS,
            on_change=_group,
            placeholder=words("Country or bloc"),
        )
        st.caption(words("Open a group again with a double click."))
        st.toggle(words("Draw the ties of a pair as one"), key=keys.BUNDLED, on_change=_bundle)


def _name(code: str, words: Words) -> str:
    return (
        words("Country, with its people and bodies")
        if code == BY_COUNTRY
        else blocs()[code].label(words.language)
    )


def _fill(view: View) -> None:
    """Set the widgets to the view's values, which may come from a link or a step back."""
    known = [code for code in view.groupings if code == BY_COUNTRY or code in blocs()]
    for name, value in {"groupings": known, "bundled": view.bundled}.items():
        if st.session_state.get(name) != value:
            st.session_state[name] = value


def _group() -> None:
    session.go(group_by(session.view(), st.session_state[keys.GROUPINGS]))


def _bundle() -> None:
    session.go(bundle(session.view(), bool(st.session_state[keys.BUNDLED])))
