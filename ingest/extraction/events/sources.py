"""Finds sources that a sentence names without a verb of speech: "according to X", "as X put it"."""

from __future__ import annotations

from cypher.model.graph import EntityKind
from ingest.extraction.syntax.phrases import noun_after, preposition
from ingest.extraction.syntax.sentence import Name, Parse

_SPOKEN_FOR = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
_QUOTATION = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
_ENDS = frozenset({",", ".", ":", *_QUOTATION})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})


def named_source(parse: Parse, index: int) -> int | None:
    """Return the head of the source that a phrase beginning at a word, or a noun for words, names."""
    groups = parse.language.groups
    length = parse.phrase_at(index, "according")
    if length:
        return noun_after(parse, _skip(parse, index + length - 1))
    if parse.lower[index] in groups["crediting"]:
        return _credited(parse, index)
    if parse.is_one_of(index, groups["quoted"]):
        return _quoted_source(parse, index)
    if parse.lower[index] in groups["spoken"] and _is_likened(parse, index):
        return noun_after(parse, _skip(parse, index))
    if parse.phrase_at(index, "rendered"):
        return _who_renders(parse, index)
    return _whose_words(parse, index)


def labelling(parse: Parse, colon: int) -> int | None:
    """Return the name that labels the words behind a colon as its own: 'Macron: "…"', "Macron on X: …".

    A country is a speaker only before a quotation: "Peru: attack on Chile" is about Peru.
    """
    name = parse.name_at.get(colon - 1)
    name = _before_channel(parse, colon) or name
    if name is None or "VERB" in parse.tags[:colon] or colon + 1 >= len(parse):
        return None
    if name.kind in _SPOKEN_FOR and parse.lower[colon + 1] not in _QUOTATION:
        return None
    return name.end - 1


def _before_channel(parse: Parse, colon: int) -> Name | None:
    """Return the name before where something was said or written: "Macron on X:", "Macron lewat akun X:"."""
    for index in range(1, colon - 1):
        name = parse.name_at.get(index - 1)
        opens = index not in parse.name_at and parse.lower[index] in parse.language.groups["by_way_of"]
        if name is None or not opens:
            continue
        said = any(_is_channel(parse, item) for item in range(index + 1, colon))
        return name if said else None
    return None


def _is_channel(parse: Parse, index: int) -> bool:
    """Return whether a word is where something is said or written, also with an ending: "pidatonya"."""
    channels = parse.language.groups["channels"]
    own = any(key in channels for key in parse.language.forms.keys(parse.lower[index]))
    return own or parse.phrase_at(index, "channels") > 0


def _credited(parse: Parse, index: int) -> int | None:
    """Return the name that a preposition credits, set off by a comma: "…, per Reuters"; not "per Briton"."""
    name = parse.name_at.get(index + 1)
    if name is None or name.kind in _SPOKEN_FOR:
        return None
    before = index == 0 or parse.lower[index - 1] in _ENDS
    behind = name.end >= len(parse) or parse.lower[name.end] in _ENDS
    return name.end - 1 if before and behind else None


def _who_renders(parse: Parse, index: int) -> int | None:
    """Return the subject of "put it" right before it, behind "as": "as Macron put it"."""
    before = index - 1
    name = parse.name_at.get(before)
    first = before if name is None else name.start
    if first < 1 or (name is None and parse.tags[before] not in _NOMINAL):
        return None
    likened = parse.language.groups["likened"]
    opening = next((item for item in range(first - 1, -1, -1) if parse.lower[item] in likened), None)
    if opening is None or any(parse.tags[item] not in _IN_PHRASE for item in range(opening + 1, first)):
        return None
    return before if opening == 0 or parse.lower[opening - 1] in _ENDS else None  # not "as soon as X saw it"


def _whose_words(parse: Parse, index: int) -> int | None:
    """Return whose words, view or account is named, set off by a comma: "In Macron's words, …"."""
    groups = parse.language.groups
    if not parse.is_one_of(index, groups["accounts"]) or index + 1 >= len(parse):
        return None
    marks = (
        item for item in range(index - 1, max(0, index - 4), -1) if parse.lower[item] in groups["owner_marks"]
    )
    mark = next(marks, None)
    closed = parse.lower[index + 1] in _ENDS and preposition(parse, index) in groups["in_words"]
    return mark - 1 if mark is not None and closed else None


def _quoted_source(parse: Parse, index: int) -> int | None:
    """Return the source of what is quoted: "dikutip dari X", "seperti diumumkan X", "diberitakan AFP"."""
    after = index + 1
    if _skip(parse, index) == after:
        return noun_after(parse, after)
    name = parse.name_at.get(after)
    likened = index > 0 and parse.lower[index - 1] in parse.language.groups["likened"]
    if name is None:
        return noun_after(parse, index) if _is_likened(parse, index) else None
    return after if likened or name.kind is EntityKind.ORGANISATION else None


def _is_likened(parse: Parse, index: int) -> bool:
    """Return whether a word such as "seperti" or "sebagaimana" stands right before another."""
    before = parse.lower[index - 1] if index else ""
    return before.isalpha() and before in parse.language.groups["likened"]


def _skip(parse: Parse, index: int) -> int:
    """Return the position of a preposition right behind a word ("dikutip dari"), else that of the word."""
    following = index + 1
    skippable = (
        following < len(parse) and parse.lower[following] in parse.language.groups["quoted_prepositions"]
    )
    return following if skippable else index
