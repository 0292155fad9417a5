"""Tells the field of an office from a name: "Menteri Kelautan dan Perikanan", "Direktur Pemasaran"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simplemma import is_known
from spacy.tokens import Doc

from cypher.model.graph import EntityKind
from ingest.extraction.mentions.recognised import title_length
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words

_LONGEST_OFFICE = 4
_LONGEST_FIELD = 8
_ENDING = "an"
"""How Indonesian abstract nouns end, as most fields of offices do; names that are words rarely do."""

_WITHOUT_FIELD = frozenset(
    {"monarch", "president", "vice president", "prime minister", "supreme leader", "pope", "chancellor"}
)
"""Offices that have no field: "Raja Salaman" is a person although the second word looks like a noun."""


def without_portfolios(doc: Doc, names: Iterable[Name], language: Language) -> Iterator[Name]:
    """Yield the names without presumed people and bodies that are only the field of an office."""
    for name in names:
        if name.known is not None or not language.grammar.head_first or not _is_field(doc, name, language):
            yield name


def ends_portfolio(doc: Doc, index: int, language: Language) -> bool:
    """Return whether the words right before a token continue an office: "Menteri Energi dan" Sumber Daya."""
    start = index
    while start and index - start < _LONGEST_FIELD and _may_be_field(doc, start - 1, language):
        start -= 1
    spans = (doc[n : n + length] for n in range(start, index) for length in range(1, _LONGEST_OFFICE))
    return language.grammar.head_first and any(
        language.people.offices.get(span.text.lower()) == "minister" for span in spans if span.end <= index
    )


def _is_field(doc: Doc, name: Name, language: Language) -> bool:
    if name.text.lower() in language.people.offices or _begins_like_thing(doc, name, language):
        return True
    if name.kind is not EntityKind.PERSON:
        return name.kind in (EntityKind.ORGANISATION, EntityKind.GOVERNMENT_BODY) and _is_ministers(
            doc, name.start, language
        )
    if not _follows_office(doc, name.start, language):
        return False
    words = [doc[index] for index in range(name.start, name.end)]
    if not all(_is_word(word.lower_, language) for word in words):
        return False
    behind = doc[name.end] if name.end + 1 < len(doc) else None
    joined = behind is not None and behind.lower_ in language.grammar.words["conjunctions"]
    joined = joined and doc[name.end + 1].text[:1].isupper() if joined else False
    last = words[-1].lower_
    return joined or last.endswith(_ENDING) or last in language.people.portfolios or _is_possessed(last)


def _begins_like_thing(doc: Doc, name: Name, language: Language) -> bool:
    """Return whether a name consists of nouns of which the first is no actor: "Pidato Kenegaraan"."""
    words = [word.lower_ for word in doc[name.start : name.end]]
    things = name_words(language.code).no_bodies
    return len(words) > 1 and words[0] in things and all(_is_word(word, language) for word in words)


def _is_ministers(doc: Doc, start: int, language: Language) -> bool:
    """Return whether a minister's title stands right before a name: "Menteri Badan Usaha Milik Negara"."""
    return bool(start) and language.people.offices.get(doc[start - 1].lower_) == "minister"


def _follows_office(doc: Doc, start: int, language: Language) -> bool:
    """Return whether an office that may have a field ends right before a token."""
    before = [word.lower_ for word in doc[max(0, start - _LONGEST_OFFICE) : start]]
    titles = (
        language.people.offices.get(" ".join(before[n:]))
        for n in range(len(before))
        if title_length(before[n:], language) == len(before) - n
    )
    return any(title is not None and title not in _WITHOUT_FIELD for title in titles)


def _may_be_field(doc: Doc, index: int, language: Language) -> bool:
    word = doc[index]
    joins = word.lower_ in language.grammar.words["conjunctions"]
    return joins or (word.text[:1].isupper() and _is_word(word.lower_, language))


def _is_word(word: str, language: Language) -> bool:
    plain = word.removesuffix("nya")
    return any(is_known(form, lang=language.code) for form in (word, plain)) or word == "ham"


def _is_possessed(word: str) -> bool:
    return word.endswith("nya")
