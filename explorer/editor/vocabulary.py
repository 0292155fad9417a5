"""The names that the editor completes. They come from the catalogue's statements, so they match the graph."""

from __future__ import annotations

from functools import cache

from cypher.catalog.catalog import catalog
from cypher.catalog.vocabulary import graph_names
from explorer.editor.messages import Vocabulary

KEYWORDS = (
    *("MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "ORDER BY", "DESC", "SKIP", "LIMIT"),
    *("DISTINCT", "AND", "OR", "NOT", "IN", "IS NULL", "IS NOT NULL", "STARTS WITH", "CONTAINS", "ENDS WITH"),
    *("CASE", "WHEN", "THEN", "ELSE", "END", "UNION", "EXISTS", "COUNT", "COLLECT", "CALL", "AS"),
)
FUNCTIONS = (
    *("abs", "avg", "coalesce", "collect", "count", "head", "keys", "labels", "last", "left", "length"),
    *("max", "min", "nodes", "range", "reduce", "relationships", "replace", "right", "round"),
    *("shortestPath", "size", "split", "substring", "sum", "tail", "toFloat", "toInteger", "toLower"),
    *("toString", "toUpper", "type"),
)
"""Functions that work the same way on both engines."""


@cache
def vocabulary() -> Vocabulary:
    """Return lists of labels, relationship types, properties, names of values, and words.

    Keywords come before functions in the words; the other lists are sorted.
    """
    names = graph_names()
    values = {parameter.name for statement in catalog().values() for parameter in statement.parameters}
    return {
        "labels": list(names.labels),
        "types": list(names.types),
        "properties": list(names.properties),
        "values": sorted(values - {"rows", "ids", "id"}),
        "words": [*KEYWORDS, *FUNCTIONS],
    }
