"""A field that reports a change after Streamlit has forgotten its value changes nothing."""

from __future__ import annotations

import pytest
import streamlit as st

from explorer.view.fields import on_change


def test_only_a_value_that_is_known_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"first": "IRN", "third": None})
    told: list[object] = []
    for key in ("first", "second", "third"):
        on_change(key, told.append)()
    assert told == ["IRN", None]
