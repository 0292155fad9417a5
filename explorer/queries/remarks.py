"""What the page says about a query beside its result: values that do not fit, unknown names, its plan."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.bolt.table import Table
from cypher.desk.fitting import Misfit
from cypher.desk.unknown_names import UnknownName, unknown_names
from explorer.elements import draw_elements, element
from explorer.network.style import plain_text as one_line
from explorer.reads.schema import known_names
from explorer.view import session
from explorer.words import Words

_LONGEST = 60


def say_misfits(found: Sequence[Misfit], key: str) -> bool:
    """Say which values keep a query from having an answer; return whether there are any."""
    words = session.words()
    lines = (element("div", words(each.text, **each.values), look="notice") for each in found)
    if found:
        draw_elements(*lines, key=key)
    return bool(found)


def say_unknown(text: str, key: str) -> None:
    """Name the labels, relationship types and properties of a typed text that the graph does not have."""
    words = session.words()
    found = unknown_names(text, known_names())
    if found:
        draw_elements(*(element("div", said_of(each, words), look="notice") for each in found), key=key)


def said_of(unknown: UnknownName, words: Words) -> str:
    """Return the sentence about an unknown name in the reader's language."""
    near = words(" or ").join(f"`{name}`" for name in unknown.near)
    name, kind = one_line(unknown.name, _LONGEST), words(unknown.kind.value)
    return words(unknown.text, kind=kind, name=name, near=near, other=words(unknown.other or ""))


def draw_plan(plan: Table, key: str) -> None:
    """Draw the lines of a plan."""
    words, lines = session.words(), "\n".join(str(row[0]) for row in plan.rows)
    note = element("p", words("The plan of the query; EXPLAIN does not run it."), look="soft")
    draw_elements(note, element("div", lines, look="code"), key=key)
