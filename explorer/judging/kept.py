"""Keeps the details of the next verdict, with its comment, over a reload of the page."""

from __future__ import annotations

from typing import Any

import streamlit as st

from explorer.judging.details import EMPTY, clear_details
from explorer.phrases import Said, say
from explorer.work.drafts import DraftKind, beginning, register

_NAME = "details"


def _taken() -> dict[str, dict[str, Any]]:
    given = {key: st.session_state.get(key) for key in EMPTY}
    filled = {key: value for key, value in given.items() if value not in (None, "", [])}
    return {_NAME: filled} if filled else {}


def _put(_name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    st.session_state.update({key: value[key] for key in EMPTY if key in value})


def _said(value: Any) -> Said:  # noqa: ANN401 - a JSON value
    note = value.get("judged note") or ""
    return say("the details of your next verdict, “{beginning}”", beginning=beginning(note or "…"))


register("verdict", DraftKind(_taken, _put, lambda _name: clear_details(), _said))
