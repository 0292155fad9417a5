"""A field of a form that reports a change after Streamlit has forgotten it keeps its former value."""

from __future__ import annotations

import pytest
import streamlit as st

from explorer.queries import forms


def test_a_field_without_a_value_keeps_the_former_one(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {"first": "IRN"}
    monkeypatch.setattr(st, "session_state", state)
    kept: dict[str, object] = {"first": "USA", "second": "ISR"}
    for key in ("first", "second"):
        forms._keep(kept, key)
    assert kept == {"first": "IRN", "second": "ISR"}
