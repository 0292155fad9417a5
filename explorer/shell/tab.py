"""The name of the browser's tab: what the page shows."""

from __future__ import annotations

import streamlit as st

from explorer.network.style import plain_text

_PROGRAM = "Konstelasi"
_LONGEST = 80


def name_tab(*parts: str) -> None:
    """Name the tab by what is shown, the most particular part first, and by the program."""
    said = (plain_text(part, _LONGEST) for part in parts)
    st.set_page_config(page_title=" · ".join([*filter(None, said), _PROGRAM]))
