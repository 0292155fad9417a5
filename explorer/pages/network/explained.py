"""A choice of which each option is explained below its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st

from explorer.view.fields import field_key, on_change
from explorer.words import Words

Option = TypeVar("Option")


def draw_explained(
    name: str,
    label: str,
    options: Mapping[Option, tuple[str, str]],
    chosen: Option,
    words: Words,
    act: Callable[[Option], None],
) -> None:
    """Draw a field whose `options` have an English name and explanation each.

    A choice calls `act` with the option. The key of the field begins with `name`.
    """
    key = field_key(name, chosen)
    st.radio(
        label,
        list(options),
        index=list(options).index(chosen),
        format_func=lambda option: words(options[option][0]),
        captions=[words(explanation) for _, explanation in options.values()],
        key=key,
        on_change=on_change(key, act),
    )
