"""Finds the name that an abbreviation in brackets stands for.

Example: "Badan Perizinan Pengemudi dan Kendaraan (DVLA)". A name with such an abbreviation is an
organisation. It includes all capitalised words before the bracket, even if the recogniser found only some of
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.attrs import ORTH
from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from ingest.extraction.mentions.bodies.portfolios import ends_portfolio
from ingest.extraction.mentions.recognised import is_titled, kind_of, title_length
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words

_SHORTEST, _LONGEST = 2, 8
_LONGEST_NAME = 9
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.ARMED_GROUP, EntityKind.GOVERNMENT_BODY})
_INNER = frozenset({"of", "for", "and", "the", "on", "to", "dan", "untuk", "bagi", "de", "del", "y", "&"})
"""Lower-case words inside the names of organisations, in any supported language."""


def with_abbreviated(doc: Doc, names: list[Name], language: Language, offset: int) -> Iterator[Name]:
    """Yield the names, those before an abbreviation in brackets completed, and the abbreviations."""
    at = {index: name for name in names for index in range(name.start, name.end)}
    dropped: set[int] = set()
    for index in _brackets(doc):
        if not _is_abbreviation(doc, index) or (
            (held := at.get(index - 1)) is not None and _is_settled(held)
        ):
            continue
        start = _start(doc, index, at, language)
        kind = _kind(doc, start, index, held, language)
        if index - start < _SHORTEST or kind not in _BODIES:
            continue
        if _is_no_body(doc, start, language):
            dropped |= {id(at[n]) for n in (*range(start, index), index + 1) if n in at and not at[n].known}
            continue
        parts = [at[position] for position in (*range(start, index), index + 1) if position in at]
        dropped |= {id(name) for name in parts if name.known is None}
        yield _name(doc, start, index, offset, kind)
        if at.get(index + 1) is None or at[index + 1].known is None:
            yield _name(doc, index + 1, index + 2, offset, kind)
    yield from (name for name in names if id(name) not in dropped)


def _brackets(doc: Doc) -> list[int]:
    """Return the brackets that open."""
    found: list[int] = (doc.to_array(ORTH) == doc.vocab.strings["("]).nonzero()[0].tolist()
    return found


def _is_abbreviation(doc: Doc, index: int) -> bool:
    """Return whether a bracket that opens here contains only capital letters."""
    if not 0 < index < len(doc) - 2:
        return False
    short, closed = doc[index + 1].text, doc[index + 2].text == ")"
    return closed and short.isupper() and short.isalpha() and _SHORTEST <= len(short) <= _LONGEST


def _is_settled(name: Name) -> bool:
    """Return whether a name before a bracket needs no completion: it is known, a country, or a person.

    The abbreviation after a person is a political party.
    """
    return name.known is not None or name.kind in (EntityKind.PERSON, EntityKind.COUNTRY)


def _start(doc: Doc, end: int, at: Mapping[int, Name], language: Language) -> int:
    """Return the first of the capitalised words that end at `end`, without titles and people's names."""
    start = end
    while start > 0 and end - start < _LONGEST_NAME and _belongs(doc, start - 1, at):
        start -= 1
    while start < end and (not doc[start].text[:1].isupper() or _opens(doc, start, language)):
        start += 1
    titles = title_length([word.lower_ for word in doc[start:end]], language) if start < end else 0
    return start + titles if titles < end - start else start


def _belongs(doc: Doc, index: int, at: Mapping[int, Name]) -> bool:
    word, held = doc[index], at.get(index)
    if held is not None and held.kind is EntityKind.PERSON:
        return False
    return word.text[:1].isupper() or word.lower_ in _INNER


def _opens(doc: Doc, index: int, language: Language) -> bool:
    """Return whether a word is capitalised only because it opens the sentence: "Menurut", "The"."""
    types = language.people.organisation_words | language.people.government_bodies
    return bool(doc[index].is_sent_start) and doc[index].pos_ != "PROPN" and doc[index].lower_ not in types


def _kind(doc: Doc, start: int, end: int, held: Name | None, language: Language) -> EntityKind:
    kind = held.kind if held is not None and held.kind in _BODIES else EntityKind.ORGANISATION
    if is_titled(doc, end, language):
        return EntityKind.PERSON  # "Menteri Luar Negeri (MLN)" is an office
    return kind_of(kind, doc[start:end].text, language) if end > start else kind


def _is_no_body(doc: Doc, start: int, language: Language) -> bool:
    """Return whether the words before a bracket name no body: "Produk Domestik Bruto (PDB)"."""
    start -= start > 0 and bool(doc[start - 1].is_sent_start)  # "Produk" is not part of the run there
    words = {doc[start].lower_, doc[start : start + 2].text.lower()}
    return not words.isdisjoint(name_words(language.code).no_bodies) or ends_portfolio(doc, start, language)


def _name(doc: Doc, start: int, end: int, offset: int, kind: EntityKind) -> Name:
    text = doc[start:end].text
    first = doc[start].idx + offset
    return Name(start, end, Span(first, first + len(text)), text, kind)
