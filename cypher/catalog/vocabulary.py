"""The labels, relationship types and properties of our graph, as the catalogue's statements name them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cypher.catalog.catalog import catalog
from cypher.catalog.names_in_text import Names, names_in
from cypher.catalog.return_clause import QUOTED

_AS_MAPS = ("description", "judged_confidence", "owner", "shared")
"""Properties that statements write only as members of a map (`SET node += …`)."""

_SET = re.compile(r"(?:\bSET|,)\s+\w+\.(\w+)\s*=\s")


@cache
def graph_names() -> Names:
    """Return the names of the graph's model, sorted; `either` is empty."""
    found = [names_in(statement.text) for statement in catalog().values()]
    written = (name for statement in catalog().values() for name in _written(statement.text))
    return Names(
        labels=_sorted(name for each in found for name in each.labels),
        types=_sorted(name for each in found for name in each.types),
        properties=_sorted([*(name for each in found for name in each.properties), *written, *_AS_MAPS]),
    )


def _written(text: str) -> Iterable[str]:
    """The properties that a statement sets, also of variables that no pattern binds."""
    return _SET.findall(QUOTED.sub("", text))


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
