"""What the server does before the first reader comes."""

from __future__ import annotations

import gc

import pytest

from explorer import server


def test_what_was_imported_is_left_out_when_garbage_is_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    warmed: list[int] = []
    monkeypatch.setattr(server, "warm_up", lambda: warmed.append(gc.get_freeze_count()))
    looked_through = len(gc.get_objects())
    try:
        server.prepare()
        assert warmed == [0]
        assert gc.get_freeze_count() > looked_through / 2
        assert len(gc.get_objects()) < looked_through / 2
    finally:
        gc.unfreeze()
