"""Views of the network that analysts save under a name, with the places of their nodes; all can open them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.ids import content_id

LONGEST_NAME = 80
"""Characters of a view's name."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view: the parameters of its address, and where each entity lies, in pixels at zoom 1."""

    name: str
    author: str
    address: Mapping[str, str]
    places: Mapping[str, Place] = field(default_factory=dict)
    saved_at: str = ""

    @property
    def id(self) -> str:
        """One author has one view of a name."""
        return content_id("view", self.author, self.name)


def saved_views(database: Database) -> Sequence[SavedView]:
    """All saved views, the latest first."""
    return [
        SavedView(
            row["name"],
            row["author"],
            json.loads(row["address"]),
            {entity: (x, y) for entity, (x, y) in json.loads(row["places"]).items()},
            row["saved_at"],
        )
        for row in database.read("views/saved").records()
    ]


def save_view(database: Database, view: SavedView) -> None:
    """Save the view, in the place of an earlier one of its author and name.

    Raises `UsageError` for a view without a name, or with one longer than `LONGEST_NAME`.
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
    """Take the view out of the list; whether it was there and the author's own."""
    return bool(database.write("views/retire", id=view.id, author=author).rows)
