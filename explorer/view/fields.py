"""Fields that show a part of the view, which can also change by a link, a step back or the legend."""

from __future__ import annotations

import streamlit as st

from explorer.view import keys


def field_key(name: str, value: object) -> str:
    """Return the key of the field `name` that shows `value`; draw it with `value` as its default.

    Streamlit tells a field once that its value has changed elsewhere. A field in a closed popover misses
    that, shows its old value when it opens, and reports it as if the reader had chosen it. A field whose
    value has changed elsewhere is therefore drawn as a new one.
    """
    numbers: dict[str, int] = st.session_state.setdefault(keys.FIELDS, {})
    number = numbers.setdefault(name, 0)
    key = _numbered(name, number)
    if key in st.session_state and st.session_state[key] != value:
        numbers[name] = number + 1
        key = _numbered(name, number + 1)
    return key


def _numbered(name: str, number: int) -> str:
    return f"{name} {number}" if number else name
