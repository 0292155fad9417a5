"""Writes pages to a database that has constraints; each is a transaction, and may be written again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cypher.bolt.connection import Step
from cypher.copies.pages import Page, Row
from cypher.copies.shapes import SHAPES
from cypher.copies.texts import remove_text, write_links_text, write_nodes_text
from cypher.database import FILLING, Database
from cypher.errors import DatabaseError

_REMOVED = 2000
"""Nodes that are removed in one transaction."""

_Rows = Sequence[Mapping[str, object]]


def write_page(database: Database, page: Page) -> None:
    """Write the nodes and relationships of a page; raises `DatabaseError` if an end of one is missing."""
    steps = list(_steps(page))
    if not steps:
        return
    tables = database.run_built([step for step, _ in steps])
    for (step, rows), table in zip(steps, tables, strict=False):
        ((written,),) = table.rows
        if written != len(rows):
            raise DatabaseError(
                f"Only {written:,} of {len(rows):,} could be written of {step.name}: the others name nodes "
                "that do not exist. Repair the graph that is copied, then copy it again."
            )


def remove_all(database: Database) -> None:
    """Remove all nodes of the model other than the mark of a graph that is being filled."""
    for shape in reversed(SHAPES):
        step = Step(f"removing {shape.label}", remove_text(shape), {"kept": FILLING, "limit": _REMOVED})
        while database.run_built([step])[0].rows[0][0]:
            pass


def _steps(page: Page) -> Iterator[tuple[Step, _Rows]]:
    shape = page.shape
    if page.nodes:
        name = f"the nodes of {shape.label}"
        yield Step(name, write_nodes_text(shape), {"rows": page.nodes}), page.nodes
    for link, rows in page.links.items():
        for other, told in _by_other_end(rows).items():
            name = f"the relationships {link.type} of {shape.label} and {other}"
            yield Step(name, write_links_text(shape, link, other), {"rows": told}), told


def _by_other_end(rows: Sequence[Row]) -> Mapping[str, _Rows]:
    found: defaultdict[str, list[Mapping[str, object]]] = defaultdict(list)
    for row in rows:
        found[row.label].append({"node": row.node, "other": row.other, "properties": row.properties})
    return found
