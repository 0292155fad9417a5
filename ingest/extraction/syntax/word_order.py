"""Finds the subject of a verb by word order, where the parse fails."""

from __future__ import annotations

from ingest.extraction.syntax.phrases import PHRASE
from ingest.extraction.syntax.sentence import Parse

_FARTHEST_SUBJECT = 30
_LONGEST_ASIDE = 15
_PAUSES = frozenset({",", "-", "–", "—", "--", "("})
"""What opens the examples that a sentence gives in passing."""

_CLOSED = frozenset({".", ";", ":", "-", "–", "—", "--", ")"})


def subject_before(parse: Parse, index: int) -> int | None:
    """Return the head of the noun phrase before a verb without a preposition: its subject, by word order."""
    position = index - 1
    while position >= max(0, index - _FARTHEST_SUBJECT):
        if parse.is_word(position, "complementizers") or parse.lower[position] in {".", ";", ":"}:
            return None
        if parse.lower[position] in parse.language.people.determiners or is_span_of_time(parse, position):
            position -= 1
            continue
        if position in parse.name_at or parse.tags[position] in {"NOUN", "PROPN", "PRON"}:
            start = run_start(parse, position)
            if start and _takes_object(parse, start - 1):
                index = position = start - 1  # "menewaskan Y dan menangkap Z": one subject
                continue
            aside = _aside(parse, start)
            if aside is None and not (start and _introduces(parse, start - 1)):
                return head_of_run(parse, start, position)
            position = start if aside is None else aside
        position -= 1
    return None


def _aside(parse: Parse, start: int) -> int | None:
    """Return the start of the examples in which a noun stands: "Pemerintah X, [termasuk polisi dan Y], …"."""
    examples = parse.language.grammar.words["exemplifying"]
    for index in range(start - 1, max(0, start - _LONGEST_ASIDE), -1):
        if parse.lower[index] in examples:
            return index if parse.lower[index - 1] in _PAUSES else None
        if parse.tags[index] == "VERB" or parse.lower[index] in _CLOSED:
            return None
    return None


def _takes_object(parse: Parse, index: int) -> bool:
    """Return whether a word is an active verb, so that the noun right after it is its object."""
    word, forms = parse.lower[index], parse.language.forms
    return parse.tags[index] == "VERB" and forms.is_active(word) and index not in parse.name_at


def _introduces(parse: Parse, index: int) -> bool:
    """Return whether a word is a preposition that cannot open a clause with its own subject."""
    opens_clause = parse.lower[index] in parse.language.groups["separators"]
    return parse.is_word(index, "prepositions") and not opens_clause


def run_start(parse: Parse, index: int) -> int:
    """Return the first word of the noun phrase that ends at a word."""
    while index > 0 and (index - 1 in parse.name_at or parse.tags[index - 1] in PHRASE):
        if parse.is_word(index - 1, "prepositions") or parse.is_word(index - 1, "conjunctions"):
            break
        index -= 1
    return index


def head_of_run(parse: Parse, start: int, end: int) -> int:
    """Return the head of the noun phrase from `start` to `end`, by word order."""
    if not parse.language.grammar.head_first:
        return end
    quantifiers = parse.language.people.quantifiers
    return next(
        (
            position
            for position in range(start, end)
            if parse.tags[position] in {"NOUN", "PROPN"} and parse.lower[position] not in quantifiers
        ),
        end,
    )


def is_span_of_time(parse: Parse, index: int) -> bool:
    """Return whether a word is a duration, which is not a subject: "setelah lima hari melakukan …"."""
    return parse.is_time(index) and index not in parse.name_at
