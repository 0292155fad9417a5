"""Views that are saved under a name, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.database import Database
from cypher.desk.saved_views import SavedView, retire_view, save_view, saved_views
from cypher.errors import UsageError

GULF = SavedView(
    "Gulf, every morning", "siti", {"centre": "QAT,IRN"}, {"QAT": (10.0, -20.0), "IRN": (0.0, 5.0)}
)


def test_a_view_comes_back_with_its_places(database: Database) -> None:
    save_view(database, GULF)
    (found,) = saved_views(database)
    assert replace(found, saved_at="") == GULF
    assert found.saved_at > "2026"


def test_saving_under_the_same_name_replaces_ones_own_view_alone(database: Database) -> None:
    save_view(database, GULF)
    save_view(database, replace(GULF, author="budi"))
    save_view(database, replace(GULF, address={"centre": "SAU"}))
    views = {view.author: dict(view.address) for view in saved_views(database)}
    assert views == {"siti": {"centre": "SAU"}, "budi": {"centre": "QAT,IRN"}}


def test_only_its_author_takes_a_view_away(database: Database) -> None:
    save_view(database, GULF)
    assert not retire_view(database, GULF, "budi")
    assert retire_view(database, GULF, "siti")
    assert saved_views(database) == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_view_needs_a_name(database: Database, name: str) -> None:
    with pytest.raises(UsageError, match="needs a name"):
        save_view(database, replace(GULF, name=name))
