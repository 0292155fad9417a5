"""The names of columns in the reader's language, for heads of tables and titles of axes."""

from __future__ import annotations

from cypher.database.export import well_formed
from explorer.words import Words

_SAID = {"quad": "Word or deed"}
"""Columns whose names are terms of the ontology rather than words."""


def head(column: str, words: Words) -> str:
    """Return the name of a column as a text: its words, without underscores."""
    return words(_SAID.get(column) or well_formed(column).replace("_", " ").capitalize())
