"""The words by which a table says what happens: all that its rows have, each with a guessed meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ingest.datasets.codes.cameo import coding
from ingest.datasets.codes.plover_words import plover_named
from ingest.datasets.own_tables.csv_table import FirstRows
from ingest.datasets.own_tables.mapping import Codes, TableMapping
from ingest.datasets.own_tables.proposals import meaning_of, told_codes

MOST_WORDS = 1_000
"""The maximum number of words of a table that get a meaning: the most frequent ones."""


def counted_words(mapping: TableMapping, table: FirstRows) -> Mapping[str, int]:
    """Return how many rows have each text in the column of events, the most frequent ones first."""
    column = mapping.columns.get("event", "").casefold()
    place = next((at for at, name in enumerate(table.columns) if name.casefold() == column), None)
    if place is None:
        return {}
    cells = Counter(row[place] for row in table.rows if place < len(row) and row[place])
    return dict(cells.most_common(MOST_WORDS))


def with_words(mapping: TableMapping, counted: Mapping[str, int]) -> TableMapping:
    """Return a mapping by words of the table's own with a guess for each word that it lacks.

    A mapping without words, to whose codes no cell fits, gets the codes that fit.
    """
    if mapping.codes is not Codes.OWN and not mapping.words and counted:
        fits = coding if mapping.codes is Codes.CAMEO else plover_named
        if not any(map(fits, counted)):
            codes, _ = told_codes(list(counted))
            mapping = replace(mapping, codes=codes)
    if mapping.codes is not Codes.OWN:
        return mapping
    known = {word.casefold() for word in mapping.words}
    further = {word: meaning_of(word) for word in counted if word.casefold() not in known}
    return replace(mapping, words={**mapping.words, **further})
