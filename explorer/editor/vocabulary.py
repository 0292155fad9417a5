"""The names that the editor completes. They come from the catalogue's statements, so they match the graph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cypher.catalog.catalog import catalog
from cypher.catalog.return_clause import QUOTED
from explorer.editor.messages import Vocabulary

_LABEL = re.compile(r"\(\s*\w*:([A-Z]\w+)")
_TYPES = re.compile(r"\[\s*\w*:([A-Z][A-Z_|]+)")
_PROPERTY = re.compile(r"\b[a-z]\w*\.([a-z_]+)\b(?!\()")

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
    texts = [QUOTED.sub("", statement.text) for statement in catalog().values()]
    types = (name for found in _found(_TYPES, texts) for name in found.split("|"))
    values = {parameter.name for statement in catalog().values() for parameter in statement.parameters}
    return {
        "labels": _ordered(_found(_LABEL, texts)),
        "types": _ordered(types),
        "properties": _ordered(_found(_PROPERTY, texts)),
        "values": _ordered(values - {"rows", "ids", "id"}),
        "words": [*KEYWORDS, *FUNCTIONS],
    }


def _found(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterable[str]:
    return (name for text in texts for name in pattern.findall(text))


def _ordered(names: Iterable[str]) -> list[str]:
    return sorted({name for name in names if name})
