"""Copies a whole graph from one engine to another."""

from __future__ import annotations

from cypher.copies.content import Content, content_of
from cypher.copies.filling import fill, has_graph, place_of
from cypher.copies.pages import pages
from cypher.database import Role, Settings, connect
from cypher.errors import DatabaseError, UsageError


def copy(source: Settings, target: Settings) -> Content:
    """Copy the graph of `source` to the empty one of `target`, and return the content of both.

    Raises `UsageError` if there is nothing to copy, or the target is not empty, and `DatabaseError` if
    somebody wrote to the source meanwhile, or the copy is not the same. See `fill` for what is left then.
    """
    _refuse(source, target)
    with connect(source, Role.READER) as database:

        def check(read: Content) -> None:
            if differing := content_of(database).differing(read):
                raise DatabaseError(
                    f"Somebody wrote to {place_of(source)} while it was copied: {', '.join(differing)} "
                    "changed. The copy was not kept. Let nobody write, and copy it again."
                )

        return fill(target, lambda: pages(database), check)


def _refuse(source: Settings, target: Settings) -> None:
    if place_of(source) == place_of(target) and source.database == target.database:
        raise UsageError(f"{place_of(source)} cannot be copied to itself. Name another place.")
    if source.embedded and not has_graph(source):
        raise UsageError(
            f"There is no graph in {source.home}. Name the data folder of an embedded engine, or the address "
            "of a server, such as bolt://localhost:7687."
        )
