"""Finds relations that a noun states between two names.

Examples: "X, anggota Y", "X is an ally of Y", "NATO member Turkey".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extraction.syntax.phrases import preposition
from ingest.extraction.syntax.sentence import Name, Parse
from ingest.extraction.vocabulary.language import Language

_FARTHEST = 5
_DESCRIBING = frozenset({"ADJ", "ADV", "NOUN", "DET"})


@dataclass(frozen=True, slots=True)
class Bond:
    """A noun (`start` to `end`) that relates `owned` (the member, part or ally) to `owner`."""

    start: int
    end: int
    relation: str
    owned: Name
    owner: Name


def find_bonds(parse: Parse) -> Iterator[Bond]:
    """Yield the relations that nouns state between the names of a sentence, left to right."""
    for start in range(len(parse)):
        if start in parse.name_at:
            continue
        end, relation = _noun_at(parse, start)
        if relation is None:
            continue
        owner = _owner_behind(parse, end) or _owner_before(parse, start)
        owned = _described(parse, start, end, owner) if owner is not None else None
        if owner is not None and owned is not None and owned is not owner:
            yield Bond(start, end, relation, owned, owner)


def _noun_at(parse: Parse, start: int) -> tuple[int, str | None]:
    nouns = parse.language.relations.nouns
    if parse.language.relations.noun_starts.isdisjoint((parse.lower[start], parse.lemmas[start])):
        return start, None
    for length in (2, 1):
        words = parse.lower[start : start + length]
        lemmas = parse.lemmas[start : start + length]
        found = nouns.get(" ".join(words)) or nouns.get(" ".join(lemmas))
        if found is not None and len(words) == length:
            return start + length, found
    return start, None


def _owner_behind(parse: Parse, end: int) -> Name | None:
    """Return the owner after a noun: the name after its adjectives and "dari" or "of"."""
    linked = parse.language.grammar.head_first
    for index in range(end, min(len(parse), end + _FARTHEST)):
        if index in parse.name_at:
            return parse.name_at[index] if linked else None
        if parse.is_word(index, "possessive_prepositions"):
            linked = True
        elif parse.lower[index] not in parse.language.relations.determiners and (
            parse.tags[index] not in _DESCRIBING or parse.is_word(index, "prepositions")
        ):
            return None
    return None


def _owner_before(parse: Parse, start: int) -> Name | None:
    """Return the owner before a noun, in languages that put the head last.

    Examples: "NATO member", "Hamas's military wing", "a US ally".
    """
    if parse.language.grammar.head_first:
        return None
    for index in range(start - 1, max(-1, start - _FARTHEST), -1):
        if index in parse.name_at:
            return parse.name_at[index]
        if parse.tags[index] not in {"ADJ", "PART", "NOUN"}:
            return None
    return None


def _described(parse: Parse, start: int, end: int, owner: Name) -> Name | None:
    """Return the name that a noun describes: before a comma or a copula, or right after the noun."""
    first = min(start, owner.start)
    before = _before(parse, first)
    if before is not None:
        return before
    behind = max(end, owner.end)
    while behind < len(parse) and (parse.lower[behind] == "," or parse.tags[behind] == "DET"):
        behind += 1
    name = parse.name_at.get(behind)
    introduced = name is not None and preposition(parse, behind) is None
    listed = name is not None and name.end < len(parse) and parse.is_word(name.end, "conjunctions")
    return name if introduced and not listed else None


def _before(parse: Parse, index: int) -> Name | None:
    language = parse.language
    position = index - 1
    while position > 0 and (
        parse.lower[position] in language.relations.determiners
        or parse.tags[position] in {"ADJ", "ADV", "DET"}
    ):
        if _is_denied(language, parse.lower[position]):
            return None
        position -= 1
    copula = position > 0 and {parse.lower[position], parse.lemmas[position]} & language.relations.copulas
    if copula:
        position -= 1
        while position > 0 and parse.is_word(position, "relative_pronouns"):
            position -= 1
        if parse.lower[position] == ",":
            position -= 1
        return parse.name_at.get(position)
    return parse.name_at.get(position - 1) if parse.lower[position] == "," else None


def _is_denied(language: Language, word: str) -> bool:
    groups = language.groups
    return any(word in groups[group] for group in ("negation", "planned", "hypothetical"))
