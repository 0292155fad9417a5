"""Collects all that people made: judgements, notes, mergers, claims by hand, readings, and what they saved.

With claims by hand and readings come the documents, sentences, events, ties and entities that they need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cypher.copies.pages import Page, named_page, pages
from cypher.copies.shapes import SHAPE_OF, SHAPES, Link
from cypher.database import Database
from cypher.records.check import ActorName, StatedByPeople

MADE = (
    *("Annotation", "Note", "Merger", "MergeCandidate", "QueryVersion", "Favourite", "SavedView"),
    *("BriefVersion", "BriefItem", "CaseVersion", "CaseItem", "Watch"),
)
"""The labels of what people make. Left out are lessons, which are learned again, visits, looks and alerts."""

NEEDED = (
    *("Word", "Country", "Actor", "Document", "Sentence", "Alias", "Tie", "Event", "Relation", "Claim"),
)
"""The labels of what claims by hand and readings need."""

JUDGES = Link("JUDGES", out=True)

_TOGETHER = 20
"""Nodes of a page, few enough that the file keeps them together with their relationships."""


def made_by_people(database: Database) -> Iterator[Page]:
    """Yield all that people made; links from annotations to claims are left to the ids of the claims."""
    yield from _needed(database)
    for page in pages(database, [SHAPE_OF[label] for label in MADE]):
        nodes = [node for node in page.nodes if node.get("verdict") != "none"]
        links = {link: rows for link, rows in page.links.items() if link != JUDGES}
        yield replace(page, nodes=nodes, links=links)


def _needed(database: Database) -> Iterator[Page]:
    """Yield claims by hand and readings after all that they lead to."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for stated in database.rows(StatedByPeople, "check/stated_by_people"):
        wanted[stated.label].add(stated.id)
    found: list[Page] = []
    for shape in reversed(SHAPES):
        for keys in cut(sorted(wanted[shape.label]), _TOGETHER):
            page = named_page(database, shape, keys)
            found.append(page)
            for rows in page.links.values():
                for row in rows:
                    wanted[row.label].add(row.other)
    yield from reversed(found)
    yield from _names(database, wanted["Actor"])


def _names(database: Database, actors: set[str]) -> Iterator[Page]:
    """Yield the names of actors, without links to others that have the same name."""
    for ids in cut(sorted(actors), _TOGETHER):
        keys = [row.key for row in database.rows(ActorName, "check/names_of_actors", ids=ids)]
        page = named_page(database, SHAPE_OF["Alias"], keys)
        links = {link: [row for row in rows if row.other in actors] for link, rows in page.links.items()}
        yield replace(page, links=links)


def cut(keys: Sequence[str], most: int) -> Iterator[list[str]]:
    """Cut keys into lists of at most `most`."""
    for at in range(0, len(keys), most):
        yield list(keys[at : at + most])
