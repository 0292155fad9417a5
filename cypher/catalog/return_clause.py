"""Reads the columns of a statement from its text: the embedded engine names none if there are no rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/""", re.DOTALL)
"""Matches quoted text, names in backticks and comments, whose content is not Cypher."""

TIE_COLUMNS = frozenset({"tie", "actor", "actor_name", "actor_kind", "recipient", "recipient_name", "sign"})
"""The columns that a complete row of a drawn tie must have."""

_TOKEN = re.compile(r"[(\[{)\]}]|(?<!\.)\b\w+|,|;")
_DISTINCT = re.compile(r"\s*DISTINCT\b", re.IGNORECASE)
_ALIAS = re.compile(r".*\bAS\s+(`[^`]+`|\w+)", re.IGNORECASE | re.DOTALL)
_ENDS = frozenset({"ORDER", "SKIP", "LIMIT", "OFFSET", "UNION", ";"})


def returned_columns(text: str) -> tuple[str, ...]:
    """Return the columns of the last ``RETURN`` in `text`; empty if there is none, or it returns ``*``."""
    names = tuple(_name(item) for item in _returned(text))
    return () if "*" in names or "" in names else names


def _returned(text: str) -> list[str]:
    """The expressions after the last ``RETURN``, split at the commas."""
    blank = QUOTED.sub(_blanked, text)
    tokens = list(_outer_tokens(blank))
    begins = [token.end() for token in tokens if token[0].upper() == "RETURN"]
    if not begins:
        return []
    first = _after_distinct(blank, begins[-1])
    items: list[str] = []
    for token in (token for token in tokens if token.start() >= first):
        if token[0] == "," or token[0].upper() in _ENDS:
            items.append(text[first : token.start()])
            first = token.end()
        if token[0].upper() in _ENDS:
            return items
    return [*items, text[first:]]


def _blanked(match: re.Match[str]) -> str:
    """Return a filler of the same length, so that positions stay; a name in backticks stays one word."""
    filler = "_" if match[0].startswith("`") else " "
    return filler * len(match[0])


def _outer_tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the words, commas and semicolons outside brackets and CASE expressions."""
    opened: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match[0].upper()
        if word in "([{" or word == "CASE":
            opened.append(word)
        elif opened and (word in ")]}" or (word == "END" and opened[-1] == "CASE")):
            opened.pop()
        elif not opened:
            yield match


def _after_distinct(text: str, start: int) -> int:
    found = _DISTINCT.match(text, start)
    return found.end() if found else start


def _name(item: str) -> str:
    """The column name of a returned item: its alias, or the expression itself."""
    words = re.sub(r"//[^\n]*|/\*.*?\*/", "", item, flags=re.DOTALL).strip()
    found = _ALIAS.fullmatch(words)
    return (found[1] if found else words).strip("`")
