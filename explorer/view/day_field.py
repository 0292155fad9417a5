"""Fields for a day, in the order of day, month and year of the reader's language.

Streamlit names the months of the calendar in the language of the browser, and the parts of an empty field in
English: yyyy, mm, dd.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, cast

import streamlit as st

from explorer.view import session
from explorer.view.days import EARLIEST
from explorer.view.fields import named_key

_FORMATS = {"en": "YYYY-MM-DD", "id": "DD/MM/YYYY"}


def draw_day(
    label: str,
    key: str,
    value: date | Literal["today"] | None = None,
    **options: Any,  # noqa: ANN401 - those of Streamlit
) -> date | None:
    """Draw a field for a day from `EARLIEST` on; return the chosen day.

    `options` are more arguments of ``st.date_input``. The key of a field with a default day is one of
    `field_key`.
    """
    chosen = st.date_input(
        label,
        cast(Any, value),
        key=key if isinstance(value, date) else named_key(key),
        min_value=EARLIEST,
        format=_FORMATS[session.words().language],
        **options,
    )
    return chosen if isinstance(chosen, date) else None
