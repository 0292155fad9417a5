"""Guesses what a table's own words for events mean, in all languages that we read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ingest.datasets.codes.cameo import Coding, code_of, coding
from ingest.datasets.codes.plover_words import plover_named
from ingest.datasets.tables import rows
from ingest.extraction.vocabulary.language import load_language
from ingest.extraction.vocabulary.lexicon import Entry
from ingest.languages import supported_languages

_ENDINGS = ("", "s", "es", "ed", "d")
"""Endings of English words that the entries of nouns lack."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def guessed_meaning(text: str) -> Coding | None:
    """Return the type and mode for words such as "unjuk rasa" or "Armed clash"; None if they say nothing.

    Names of PLOVER, CAMEO and ACLED come first, then the words by which events are found in news.
    """
    named = plover_named(text) or coding(code_of(text) or "") or _of_acled().get(text.casefold())
    return named or next(filter(None, (_in_language(text, code) for code in supported_languages())), None)


def _in_language(text: str, code: str) -> Coding | None:
    """Return what the first trigger in a text means, with the most of the words that follow it."""
    entries, words = load_language(code).lexicon.entries, [word.lower() for word in _WORD.findall(text)]
    for place, word in enumerate(words):
        forms = dict.fromkeys(word.removesuffix(ending) for ending in _ENDINGS)
        for entry in (each for form in forms for each in entries.get(form, ())):
            if _stands(entry, words[place + 1 :], words):
                return Coding(entry.sense.event_type, entry.sense.mode)
    return None


@cache
def _of_acled() -> Mapping[str, Coding]:
    return {
        row["acled"].casefold(): Coding(row["event_type"], row["mode"] or None)
        for row in rows("acled_types.csv")
        if row["by"] != "second"  # these name a party that a table of another make need not have
    }


def _stands(entry: Entry, following: list[str], words: list[str]) -> bool:
    needs, forbids = entry.sense.required, entry.sense.forbidden
    return (
        tuple(following[: len(entry.rest)]) == entry.rest
        and (not needs or not set(words).isdisjoint(needs))
        and set(words).isdisjoint(forbids)
    )
