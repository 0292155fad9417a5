"""Tells places of the United States from their namesakes: "Athens, Georgia", "the governor of Georgia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from cypher.model.graph import EntityKind
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words
from ingest.knowledge import Sense

_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
_FEDERATION = "USA"
_LONGEST_STATE = 2
_HOME = "GEO"
_HOME_STATE = "georgia"
"""The country that has the name of a state, and towns of its own."""


def without_namesakes(doc: Doc, names: Iterable[Name], language: Language) -> Iterator[Name]:
    """Yield the names; a place in a federal state of that list is a place of its own, not the namesake."""
    words = name_words(language.code)
    cued: bool | None = None
    names = list(names)
    for name in names:
        if name.kind not in _PLACES or name.known is None:
            yield name
            continue
        states = words.federal_states if _is_town(name) else words.federal_states - {_HOME_STATE}
        namesake = _HOME not in (name.known.id, name.known.country) and _is_in_state(doc, name, states)
        namesake = namesake or _ends_state(doc, name, words.federal_states)
        if not namesake and name.text.lower() in words.federal_states:
            if cued is None:
                cued = _is_about_home(doc, names, language)
            namesake = cued or _ends_address(doc, name) or _has_direction(doc, name)
        yield replace(name, kind=EntityKind.PLACE, known=None, sense=None) if namesake else name


def _is_about_home(doc: Doc, names: Iterable[Name], language: Language) -> bool:
    """Return whether a text is about the United States and not about the country with a state's name.

    It has a word such as "electors", or names an American or another state, and nothing of the country.
    """
    words, tokens = name_words(language.code), {token.lower_ for token in doc}
    if tokens & words.federal_cues:
        return True
    if tokens & words.not_federal:
        return False
    american = any(
        name.kind is EntityKind.PERSON and name.known is not None and name.known.country == _FEDERATION
        for name in names
    )
    return american or bool(tokens & (words.federal_states - {_HOME_STATE}))


def _is_town(name: Name) -> bool:
    """Return whether a known name is that of a town, not of a country."""
    return name.sense is Sense.CAPITAL or name.kind is EntityKind.PLACE


def _ends_state(doc: Doc, name: Name, states: frozenset[str]) -> bool:
    """Return whether a country's name is only the end of that of a state: "New Mexico"."""
    before = doc[name.start - 1].lower_ if name.start else ""
    return name.kind is EntityKind.COUNTRY and f"{before} {name.text.lower()}" in states


def _is_in_state(doc: Doc, name: Name, states: frozenset[str]) -> bool:
    """Return whether a comma and a state follow a name: "Paris, Texas"."""
    if name.end >= len(doc) - 1 or doc[name.end].text != ",":
        return False
    behind = [token.lower_ for token in doc[name.end + 1 : name.end + 1 + _LONGEST_STATE]]
    return any(" ".join(behind[:length]) in states for length in range(1, len(behind) + 1))


def _ends_address(doc: Doc, name: Name) -> bool:
    """Return whether a town and a comma stand before a name, and a comma or the end behind it."""
    start, end = name.start, name.end
    before = start > 1 and doc[start - 1].text == "," and doc[start - 2].text[:1].isupper()
    listed = start > 3 and doc[start - 3].text == ","
    closed = end >= len(doc) or doc[end].text in {",", ".", ")", ";"}
    opened = start > 2 and doc[start - 3].lower_ in _BEFORE_TOWN
    return before and closed and opened and not listed


_BEFORE_TOWN = frozenset({"in", "near", "from", "at", "di", "dari", "dekat"})


def _has_direction(doc: Doc, name: Name) -> bool:
    """Return whether the name is only the end of another: "South Georgia"."""
    return name.start > 0 and doc[name.start - 1].text == "South"
