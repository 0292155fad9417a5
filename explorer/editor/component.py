"""The Streamlit component of the editor: shows a text and returns the edited text."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from explorer.editor.messages import EditorData, Insertion, SentMistake
from explorer.editor.vocabulary import vocabulary

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.editor"  # distribution and component, as pyproject.toml declares them
FRONTEND = Path(__file__).parent / "frontend"


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error in `text` at a line and column, both counted from 1.

    `said` is the message. The error is marked as long as the text in the editor is `text`.
    """

    text: str
    line: int
    column: int
    said: str

    def as_json(self) -> SentMistake:
        """Return the error as plain values."""
        return {"text": self.text, "line": self.line, "column": self.column, "said": self.said}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the editor shows: a text, perhaps with a mistake.

    `insertion` is a text to insert at the cursor, with a number by which the editor knows whether it did so.
    A `text` that the reader has not typed since the last replacement replaces the content.
    """

    text: str
    mistake: Mistake | None = None
    insertion: tuple[int, str] | None = None


def draw_cypher(
    shown: Shown,
    *,
    key: str,
    label: str,
    on_text: Callable[[str], None],
    on_run: Callable[[], None],
) -> None:
    """Draw the editor.

    `on_text` is called with the text after the reader has changed it, `on_run` when the reader runs it.
    `label` is the accessible name.
    """

    def told() -> None:
        typed = st.session_state[key].get("text")
        if isinstance(typed, str):
            on_text(typed)

    data: EditorData = {
        "text": shown.text,
        "label": label,
        "vocabulary": vocabulary(),
        "mistake": shown.mistake.as_json() if shown.mistake else None,
        "insertion": _insertion(shown),
    }
    _component()(key=key, data=data, on_text_change=told, on_run_change=on_run)


def _insertion(shown: Shown) -> Insertion | None:
    return {"n": shown.insertion[0], "text": shown.insertion[1]} if shown.insertion else None


@functools.cache
def _component() -> ComponentRenderer:
    """Register the component on first use, because Streamlit finds its files only while it runs."""
    style = (FRONTEND / "editor.css").read_text(encoding="utf-8")
    return st.components.v2.component(
        COMPONENT, html='<div class="editor"></div>', css=style, js="editor.mjs"
    )
