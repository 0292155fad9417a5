"""What has to be drawn again after a change. This is the only module that asks Streamlit for a rerun.

A page is drawn in parts. `changed` says which of them differ between two moments, and `redraw` draws them.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn

import streamlit as st
from streamlit.errors import StreamlitAPIException

from explorer.view.state import View


class Part(StrEnum):
    """A part of the page that can be drawn by itself; its value is Streamlit's name for it."""

    PAGE = "app"
    """The whole page, with the sidebar and the row of settings."""
    CANVAS = "workspace"
    """What is below the row of settings: on the network page the network, with the side panel."""
    SIDE = "side"
    """The part beside the network."""
    FIGURES = "figures"
    """The figures of the graph in the sidebar."""
    HERE = "fragment"
    """The part that is being drawn."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows at one moment."""

    standpoint: Hashable = None
    """What all parts depend on: the page, the lens, the day, the language and the reader."""
    view: View = field(default_factory=View)
    """What the side panel is about."""
    canvas: View = field(default_factory=View)
    """What the network shows. It shows a selection at once that the reader makes in it."""
    side: Hashable = None
    """What else the side panel shows."""
    writes: int = 0
    """The number of writes that are queued."""
    notice: Hashable = None
    """What is said over the page."""


def changed(before: Shown, after: Shown) -> frozenset[Part]:
    """Return the parts that have to be drawn again, besides the one that the reader clicked in."""
    if before.standpoint != after.standpoint:
        return frozenset({Part.PAGE})
    if before.writes < after.writes:
        return frozenset({Part.CANVAS, Part.FIGURES})
    if before.notice != after.notice or _is_stale(before.canvas, before.view, after.view):
        return frozenset({Part.CANVAS})
    is_same = (before.view, before.side) == (after.view, after.side)
    return frozenset() if is_same else frozenset({Part.SIDE})


def _is_stale(canvas: View, before: View, after: View) -> bool:
    """Return whether the network has to be drawn again. Links stand out by what is selected."""
    return canvas != after or (before != after and bool(after.links))


def redraw(*parts: Part) -> NoReturn:
    """Draw these parts again, or the whole page if one is missing; call this last.

    Parts other than `HERE` and `PAGE` can be drawn by themselves only from a callback. While a part waits for
    something, the parts after it are missing.
    """
    try:
        if Part.PAGE not in parts:
            st.rerun("fragment" if Part.HERE in parts else list(parts))
    except StreamlitAPIException:
        pass
    st.rerun()


def redraw_changed(before: Shown, after: Shown) -> None:
    """Draw what has changed; call this last in a callback. If nothing has, the part of the click is drawn."""
    parts = changed(before, after)
    if parts:
        redraw(*sorted(parts))
