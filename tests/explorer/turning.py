"""Undoing and redoing an entry of the reader's list in the app without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from explorer.view.undo_list import Recorded
from explorer.work import reversible


def turn(app: AppTest, entry: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo or redo an entry of the reader's list, as the keys do."""
    wanted: list[object] = []
    monkeypatch.setattr(reversible, "request", wanted.append)
    entry.turn()
    app.session_state["pending writes"] = wanted
    app.run()
    assert not app.exception
