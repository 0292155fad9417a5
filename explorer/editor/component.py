"""The mounted editor: takes a text, gives back what it has become."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from explorer.editor.vocabulary import vocabulary

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.editor"  # distribution and component, as pyproject.toml declares them
FRONTEND = Path(__file__).parent / "frontend"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with `text` at a line and column, both from 1; it is marked while the text stays."""

    text: str
    line: int
    column: int
    said: str


def draw_cypher(
    text: str,
    *,
    key: str,
    label: str,
    mistake: Mistake | None = None,
    on_text: Callable[[str], None],
    on_run: Callable[[], None],
) -> None:
    """Draw the editor with `text` in it; `on_text` is told what is typed, `on_run` that it shall be run.

    A text that differs from all that was typed since the last one replaces what stands there.
    """

    def told() -> None:
        typed = st.session_state[key].get("text")
        if isinstance(typed, str):
            on_text(typed)

    data = {
        "text": text,
        "label": label,
        "vocabulary": dict(vocabulary()),
        "mistake": asdict(mistake) if mistake else None,
    }
    _component()(key=key, data=data, on_text_change=told, on_run_change=on_run)


@functools.cache
def _component() -> ComponentRenderer:
    """The component, registered at the first drawing: Streamlit finds its files only while it runs."""
    style = (FRONTEND / "editor.css").read_text(encoding="utf-8")
    return st.components.v2.component(
        COMPONENT, html='<div class="editor"></div>', css=style, js="editor.mjs"
    )
