"""Mends parses of quotations with the speaker in their middle, whose second part lost its clause.

In '"Peru," said Ruiz, "has attacked Chile"', a parse often reads "Peru" as part of what is said about Ruiz.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.extraction.syntax.sentence import Parse

_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
_VERBAL = frozenset({"VERB", "AUX"})
_BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_UNFINISHED = frozenset({"VB", "VBG"})
_SPEECH = ("before", "after", "comments")
_SUBJECT, _JOINED = "nsubj", "conj"
"""Labels that all languages share."""


def with_split_quotations(parse: Parse) -> Parse:
    """Return the parse with the parts of a quotation joined again.

    A phrase before the speaker becomes the subject of the verb behind the speaker, and a clause before the
    speaker the one that "and" continues.
    """
    marks = [index for index in range(len(parse)) if parse.words[index] in _MARKS][:3]
    if len(marks) < 3 or not _names_speaker(parse, range(marks[1], marks[2])):
        return parse
    part, resumed = range(marks[0] + 1, marks[1]), marks[2] + 1
    if parse.is_word(resumed, "conjunctions"):
        below, label = _first_verb(parse, resumed + 1), _JOINED
        above = next((index for index in part if parse.tags[index] == "VERB"), None)
    else:
        below, label = _lone_phrase(parse, part), _SUBJECT
        above = _first_verb(parse, resumed)
    if below is None or above is None or below in parse.ancestors(above):
        return parse
    heads, labels = list(parse.heads), list(parse.labels)
    heads[below], labels[below] = above, label
    return replace(parse, heads=tuple(heads), labels=tuple(labels))


def speech_behind(parse: Parse, start: int, end: int) -> int:
    """Return where quoted speech begins behind a comma in a range of words; its end if none does."""
    opened = (i for i in range(start, min(end, len(parse)) - 1) if parse.lower[i] == ",")
    return next((i for i in opened if parse.words[i + 1] in _MARKS), end)


def _names_speaker(parse: Parse, part: range) -> bool:
    groups = parse.language.groups
    return any(parse.is_one_of(index, groups[group]) for index in part for group in _SPEECH)


def _lone_phrase(parse: Parse, part: range) -> int | None:
    """Return the head of the noun phrase that is all of a part of a sentence; None if it has a verb."""
    if any(parse.tags[index] in _VERBAL and index not in parse.name_at for index in part):
        return None
    if not part or parse.is_word(part[0], "prepositions"):
        return None
    tops = [i for i in part if parse.tags[i] in _NOMINAL and parse.heads[i] not in part]
    named = [i for i in tops if not parse.is_time(i)]
    return next(iter(named if parse.language.grammar.head_first else reversed(named)), None)


def _first_verb(parse: Parse, start: int) -> int | None:
    """Return the verb that a part of a sentence begins with, behind its auxiliaries, if it is finite."""
    index = start
    while index < len(parse) and parse.tags[index] in _BEFORE_VERB and index not in parse.name_at:
        index += 1
    verb = index < len(parse) and parse.tags[index] == "VERB" and index not in parse.name_at
    return index if verb and (index > start or parse.details[index] not in _UNFINISHED) else None
