"""Fields that show a part of the view, or whose options have names in the reader's language.

The browser keeps what it shows of a field as text, and learns once that a value has changed elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from explorer.view import keys


def field_key(name: str, value: object) -> str:
    """Return the key of the field `name` that shows `value`; draw it with `value` as its default.

    Streamlit tells a field once that its value has changed elsewhere. A field in a closed popover misses
    that, shows its old value when it opens, and reports it as if the reader had chosen it. A field whose
    value has changed elsewhere is therefore drawn as a new one, and so is one in another language.
    """
    numbers: dict[str, int] = st.session_state.setdefault(keys.FIELDS, {})
    number = numbers.setdefault(name, 0)
    key = _numbered(name, number)
    is_renamed = _has_new_names(name, ())
    if key in st.session_state and (st.session_state[key] != value or is_renamed):
        numbers[name] = number + 1
        key = _numbered(name, number + 1)
    return key


def named_key(key: str, *names: object) -> str:
    """Return the key of a field whose options have names in the reader's language; call this to draw it.

    The browser would go on showing the former name of a chosen option, and report it as a value. Where the
    language, or one of `names`, differs from the last time, the value is therefore set again. Such a field
    cannot have a default: put it into the session.
    """
    if _has_new_names(key, names) and key in st.session_state:
        st.session_state[key] = st.session_state[key]
    return key


def empty_field(key: str, saved: str) -> None:
    """Empty a field whose text was saved, unless the reader has typed something else since.

    Call this before the field is drawn.
    """
    if st.session_state.get(key) == saved:
        st.session_state[key] = ""


def on_change(key: str, act: Callable[[Any], object]) -> Callable[[], None]:
    """Return a callback that gives `act` the new value of the field with this key.

    After a step back in the browser, a field can report a change whose value Streamlit has forgotten;
    then `act` is not called.
    """

    def tell() -> None:
        if key in st.session_state:
            act(st.session_state[key])

    return tell


@contextmanager
def popover(
    label: str,
    icon: str,
    key: str,
    *,
    width: Literal["content", "stretch"] = "content",
    disabled: bool = False,
    help: str | None = None,  # noqa: A002 - as Streamlit calls it
) -> Iterator[bool]:
    """Draw a button that opens what is drawn within the block; yield whether it is open.

    A block that draws only then reads nothing while it is closed. Streamlit takes a popover with another
    label for another one, which is closed; this one stays as it is.
    """
    box = st.popover(
        label,
        icon=icon,
        width=width,
        disabled=disabled,
        help=help,
        key=named_key(key, label),
        on_change="rerun",
    )
    with box:
        yield bool(box.open)


def slot() -> DeltaGenerator:
    """Return a container for what is drawn at times only.

    It keeps its place when it is empty. Without it, all that follows would move, and a browser draws what
    has moved anew: a field loses what was typed into it.
    """
    return st.container()


def _has_new_names(field: str, names: tuple[object, ...]) -> bool:
    """Return whether a field was drawn in another language or with other names; remember these."""
    drawn: dict[str, object] = st.session_state.setdefault(keys.NAMED_IN, {})
    now = (st.session_state.get(keys.LANGUAGE), names)
    before = drawn.get(field, now)
    drawn[field] = now
    return before != now


def _numbered(name: str, number: int) -> str:
    return f"{name} {number}" if number else name
