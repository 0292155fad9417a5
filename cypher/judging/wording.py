"""Gives the sentences of older graphs the words under which a search finds them."""

from __future__ import annotations

from cypher.database import Database
from cypher.model.search_words import words_of
from cypher.records.check import SentenceText, WordlessSentence

PAGE = 1000
"""Sentences that are read, and linked to their words, at once."""


def list_words(database: Database) -> int:
    """Link sentences without words to their words; return their number."""
    ids = [row.sentence for row in database.rows(WordlessSentence, "check/wordless_sentences")]
    for start in range(0, len(ids), PAGE):
        found = database.rows(SentenceText, "check/texts_of_sentences", ids=ids[start : start + PAGE])
        rows = [{"sentence": row.sentence, "words": words_of(row.text, row.language)} for row in found]
        database.write("load/merge_words", rows=rows)
    return len(ids)
