"""The control above the network that groups nodes and bundles ties."""

from __future__ import annotations

import streamlit as st

from cypher.model.blocs import blocs
from explorer.graph.grouping import BY_COUNTRY
from explorer.view import session
from explorer.view.fields import field_key, on_change, popover
from explorer.view.folding import bundle, group_by
from explorer.view.state import View
from explorer.words import Words


def draw_folds(words: Words, view: View) -> None:
    """Draw the control with the view's values."""
    active = len(view.groupings) + view.bundled
    label = words("Group ({number})", number=active) if active else words("Group")
    known = [code for code in view.groupings if code == BY_COUNTRY or code in blocs()]
    with popover(label, ":material/workspaces:", "folding") as is_open:
        if is_open:
            _draw_fields(known, view.bundled, words)


def _draw_fields(known: list[str], is_bundled: bool, words: Words) -> None:
    groupings, bundled = field_key("groupings", known), field_key("bundled", is_bundled)
    st.multiselect(
        words("Group nodes by"),
        [BY_COUNTRY, *blocs()],
        default=known,
        format_func=lambda code: _name(code, words),
        key=groupings,
        on_change=on_change(groupings, _group),
        placeholder=words("Country or bloc"),
    )
    st.caption(words("Open a group again with a double click."))
    st.toggle(
        words("Draw the ties of a pair as one"),
        value=is_bundled,
        key=bundled,
        on_change=on_change(bundled, _bundle),
    )


def _name(code: str, words: Words) -> str:
    return (
        words("Country, with its people and bodies")
        if code == BY_COUNTRY
        else blocs()[code].label(words.language)
    )


def _group(codes: list[str]) -> None:
    session.go(group_by(session.view(), codes))


def _bundle(bundled: bool) -> None:
    session.go(bundle(session.view(), bundled))
