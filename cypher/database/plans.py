"""Plans of typed queries as rows of text: what ``EXPLAIN`` shows on either engine.

Neo4j describes a plan as a tree of operators, the embedded engine as text. ``PROFILE`` is refused on both,
because it runs the query: the embedded engine does not say whether it only reads, and Neo4j cannot explain it
first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cypher.bolt.table import Table
from cypher.errors import WriteRefusedError

BEFORE = re.compile(r"(?:\s|//[^\n]*+(?:\n|$)|(?>/\*.*?\*/))*+", re.DOTALL)
"""Matches white space and comments before the first word of a text.

It never gives back what it has matched: otherwise the time for a text that begins with something else would
double with each space.
"""

COLUMN = "plan"
"""The only column of a plan."""

_EXPLAIN = re.compile(rf"{BEFORE.pattern}EXPLAIN\b", re.DOTALL | re.IGNORECASE)
_PROFILE = re.compile(rf"{BEFORE.pattern}(?:EXPLAIN\b{BEFORE.pattern})?PROFILE\b", re.DOTALL | re.IGNORECASE)
_AS_TEXT = "string-representation"
_SHOWN = ("Details", "EstimatedRows")


def asks_for_plan(text: str) -> bool:
    """Whether a typed text begins with ``EXPLAIN``: it is not run, and its result is a plan."""
    return _EXPLAIN.match(text) is not None


def sent(text: str) -> str:
    """Return the text to send: the embedded engine knows ``EXPLAIN`` only in capitals and as first word."""
    word = _EXPLAIN.match(text)
    return f"EXPLAIN {text[word.end() :].removeprefix(' ')}" if word else text


def refuse_profile(text: str) -> None:
    """Raise `WriteRefusedError` if a typed text begins with ``PROFILE``."""
    if _PROFILE.match(text):
        raise WriteRefusedError(
            "PROFILE is not offered: it runs the query, and the database does not say whether it only reads. "
            "Write EXPLAIN instead, which shows the plan without running the query."
        )


def plan_table(plan: Mapping[str, Any] | None) -> Table:
    """Return a driver's plan as one column of lines, each operator below those that it feeds."""
    return Table((COLUMN,), tuple((line,) for line in _lines(plan or {})))


def _lines(plan: Mapping[str, Any]) -> Iterator[str]:
    arguments = plan.get("args") or {}
    if not plan.get("children") and _AS_TEXT in arguments:
        lines = str(arguments[_AS_TEXT]).splitlines()
        yield from (line for line in lines if line.strip("= "))
    elif plan:
        yield from _operators(plan, 0)


def _operators(plan: Mapping[str, Any], depth: int) -> Iterator[str]:
    arguments = plan.get("args") or {}
    details, rows = (arguments.get(name) for name in _SHOWN)
    operator = str(plan.get("operatorType", "")).partition("@")[0]
    about = "" if rows is None else f"about {rows:,.0f} rows"
    said = [each for each in (operator, str(details or ""), about) if each]
    yield f"{'  ' * depth}+ {' · '.join(said)}"
    for child in plan.get("children", []):
        yield from _operators(child, depth + 1)
