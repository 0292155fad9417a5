"""``konstelasi db hash``: whole graphs, compared by their content."""

from __future__ import annotations

from dataclasses import asdict

from cypher.commands.telling import AsJson, say
from cypher.copies.content import content_of
from cypher.database import Role, Settings, connect


def hash_graph(as_json: AsJson = False) -> None:
    """Print a hash of all that is in the graph; two graphs with the same content have the same hash.

    It is the same on both engines, and depends on no order. Compare a graph with its copy while nobody
    writes: the graph is read piece by piece. With --json, each label and type has a hash of its own.

    Example: konstelasi db hash
    """
    with connect(Settings.from_environment(), Role.READER) as database:
        content = content_of(database)
    answer = {"hash": content.hash, "parts": {name: asdict(part) for name, part in content.parts.items()}}
    say(answer, content.hash, as_json=as_json, asked=True)
