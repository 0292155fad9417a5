"""Writes headlines in sentence case, so that they parse: "Peru expels envoys" for "Peru Expels Envoys"."""

from __future__ import annotations

import re
from functools import cache

from simplemma import is_known, lemmatize

from cypher.model.graph import Span
from ingest.extraction.vocabulary.language import Language
from ingest.resolution.gazetteer import load_gazetteer

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORT = 3
"""Words up to this length may be in lower case in a headline: "to", "dan"."""

_FEWEST, _MOST = 3, 25
"""Number of words of a line that may be a headline."""


def in_sentence_case(text: str, language: Language) -> str:
    """Return a line with the capitals of a headline removed from words that are not names.

    The length stays the same. A line that is not a headline, or has no word for an act, is returned as it is.
    In languages whose words only the rules recognise, only the words for acts lose their capital.
    """
    found = list(_WORD.finditer(text))
    if not _FEWEST <= len(found) <= _MOST or not _is_headline([item.group() for item in found]):
        return text
    names = list(load_gazetteer(language.code).spans(text))
    free = [item for item in found[1:] if not any(span.overlaps(Span(*item.span())) for span in names)]
    if not any(_is_act(item.group().lower(), language) for item in free) or _has_small_verb(free, language):
        return text
    letters = list(text)
    for item in free:
        word = item.group()
        if word[:1].isupper() and not word.isupper() and _is_common(word.lower(), language):
            letters[item.start()] = word[0].lower()
    return "".join(letters)


def _is_headline(words: list[str]) -> bool:
    long = [word for word in words if len(word) > _SHORT]
    capital = sum(word[0].isupper() for word in long)
    return len(long) > 1 and capital >= len(long) - len(long) // 6 and not all(map(str.isupper, long))


def _has_small_verb(words: list[re.Match[str]], language: Language) -> bool:
    """Return whether a word for an act is in lower case, as in sentences: "Sen. Chris Coons met Ana Ruiz"."""
    lexicon, joining = language.lexicon.entries, language.grammar.words["prepositions"]
    small = {item.group() for item in words if item.group().islower()} - joining  # "soal"
    return any(
        not entry.voice.nominal and not entry.rest
        for word in small
        for entry in lexicon.get(_lemma(word, language), ())
    )


def _is_act(word: str, language: Language) -> bool:
    return any(not entry.voice.nominal for entry in language.lexicon.entries.get(_lemma(word, language), ()))


def _is_common(word: str, language: Language) -> bool:
    if language.grammar.head_first:
        return _is_act(word, language)
    return is_known(word, lang=language.code)


@cache
def _lemma(word: str, language: Language) -> str:
    if not language.forms.by_lemma:
        return word
    return lemmatize(word, lang=language.code)
