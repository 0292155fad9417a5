"""Views of the network that analysts save by name, with the positions of the nodes, for everybody to open."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.ids import content_id
from cypher.records.views import StoredView

LONGEST_NAME = 80
"""The maximum length of a view's name in characters."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view: the parameters of its address, and the position of each entity in pixels at zoom 1."""

    name: str
    author: str
    address: Mapping[str, str]
    places: Mapping[str, Place] = field(default_factory=dict)
    saved_at: str = ""

    @property
    def id(self) -> str:
        """Its id, which follows from author and name: an author has one view of each name."""
        return content_id("view", self.author, self.name)


def saved_views(database: Database) -> Sequence[SavedView]:
    """Return all saved views, the latest first."""
    return [
        SavedView(
            row.name,
            row.author,
            json.loads(row.address),
            {entity: (x, y) for entity, (x, y) in json.loads(row.places).items()},
            row.saved_at,
        )
        for row in database.rows(StoredView, "views/saved")
    ]


def save_view(database: Database, view: SavedView) -> None:
    """Save the view; it replaces an earlier one with the same author and name.

    Raises `UsageError` if the name is empty or longer than `LONGEST_NAME`.
    """
    if not view.name.strip() or len(view.name) > LONGEST_NAME:
        raise UsageError(f"A view needs a name of 1 to {LONGEST_NAME} characters, not {view.name[:100]!r}.")
    database.write(
        "views/save",
        id=view.id,
        title=view.name,
        author=view.author,
        address=json.dumps(dict(view.address), sort_keys=True),
        places=json.dumps({entity: list(place) for entity, place in view.places.items()}),
        saved_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def retire_view(database: Database, view: SavedView, author: str) -> bool:
    """Remove the view from the list; return whether it was there and belonged to `author`."""
    return bool(database.write("views/retire", id=view.id, author=author).rows)
