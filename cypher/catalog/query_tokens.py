"""Splits Cypher into tokens, so that quoted text and comments are not taken for names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = r"(?:[^\W\d]\w*|`[^`]*`)"
_TOKEN = re.compile(
    rf"""(?P<skipped>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<value>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\$(?:\w+|`[^`]*`)(?:\s*\.\s*{_NAME})*|\d+(?:\.\d+)?)
    |(?P<chain>{_NAME}(?:\s*\.\s*{_NAME})*)
    |(?P<selector>\.\s*{_NAME})
    |(?P<sign>::|\.\.|.)""",
    re.DOTALL | re.VERBOSE,
)
_PART = re.compile(_NAME)

KEYWORDS = frozenset(
    {
        *(
            "ALL",
            "ANY",
            "AND",
            "AS",
            "ASC",
            "ASCENDING",
            "BY",
            "CALL",
            "CASE",
            "CONTAINS",
            "CREATE",
            "CYPHER",
        ),
        *("DELETE", "DESC", "DESCENDING", "DETACH", "DISTINCT", "ELSE", "END", "ENDS", "EXPLAIN", "FALSE"),
        *("FOREACH", "IN", "IS", "LIMIT", "MATCH", "MERGE", "NOT", "NULL", "OFFSET", "ON", "OPTIONAL", "OR"),
        *(
            "ORDER",
            "PROFILE",
            "REMOVE",
            "RETURN",
            "SET",
            "SHORTEST",
            "SKIP",
            "STARTS",
            "THEN",
            "TRUE",
            "TYPED",
        ),
        *("UNION", "UNWIND", "USE", "USING", "WHEN", "WHERE", "WITH", "XOR", "YIELD"),
    }
)
"""Words after which a bracket is not the argument of a function; `ALL` and `ANY` also begin patterns."""


@dataclass(frozen=True, slots=True)
class Token:
    """A name with the names that follow its points (``event.date``), a value, ``.name`` alone, or a sign.

    `parts` are the names, without backticks.
    """

    kind: str
    text: str
    parts: tuple[str, ...] = ()

    @property
    def keyword(self) -> str:
        """The keyword in capitals, empty for other tokens."""
        word = self.text.upper()
        return word if self.kind == "chain" and word in KEYWORDS else ""

    @property
    def name(self) -> str:
        """The name, empty for keywords, names with points and other tokens."""
        return self.parts[0] if len(self.parts) == 1 and not self.keyword else ""


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, without white space and comments; a text in error gives signs."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "skipped":
            continue
        named = _PART.findall(match[0]) if kind in ("chain", "selector") else ()
        yield Token(kind, match[0], tuple(name.strip("`") for name in named))
