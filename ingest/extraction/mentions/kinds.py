"""Determines the kind of a name from the words beside it; a known name keeps its kind."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from cypher.model.graph import EntityKind
from ingest.extraction.mentions.recognised import kind_of, singular
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words

_APPOSED_WITHIN = 4
_LONGEST_PLACE = 2
_UNSURE = frozenset({EntityKind.ORGANISATION, EntityKind.PLACE})
"""Kinds that the recogniser may give to unfamiliar people."""

_PLACED = frozenset({EntityKind.ORGANISATION, EntityKind.PERSON})
"""Kinds that the recogniser may give to unfamiliar places."""


def kind_beside(doc: Doc, name: Name, at: Mapping[int, Name], language: Language) -> EntityKind:
    """Return the kind of a name; `at` has the other names of the text by token."""
    if name.known is not None or name.kind in (EntityKind.COUNTRY, EntityKind.GOVERNMENT_BODY):
        return name.kind
    if _is_person(doc, name, at, language):
        return EntityKind.PERSON
    if _is_place(doc, name, at, language):
        return EntityKind.PLACE
    return _described(doc, name, language) or name.kind


def speaks(doc: Doc, index: int, language: Language) -> bool:
    """Return whether a word is a verb of saying."""
    word, groups = doc[index], language.groups
    return word.lower_ in groups["before"] or word.lemma_.lower() in groups["before"]


def is_apposed(doc: Doc, index: int, at: Mapping[int, Name], language: Language) -> bool:
    """Return whether an office or a person's description follows right after a comma.

    Examples: "X, menteri …", "X, seorang …", "X, a spokesman".
    """
    if index + 1 >= len(doc) or doc[index].text != ",":
        return False
    if doc[index + 1].lower_ in language.people.person_classifiers and language.grammar.head_first:
        return True
    for position in range(index + 1, min(len(doc), index + 1 + _APPOSED_WITHIN)):
        word = doc[position]
        if word.lower_ in language.people.offices:
            return True
        if not (word.pos_ in {"DET", "ADJ"} or word.text in {"'s", "’s"} or position in at):
            return False
    return False


def _described(doc: Doc, name: Name, language: Language) -> EntityKind | None:
    """Return the kind given by the noun beside a name: "milisi X", "perusahaan pelayaran X", "X rebels"."""
    words = name_words(language.code)
    if not language.grammar.head_first:
        behind = doc[name.end].lower_ if name.end < len(doc) else ""
        return EntityKind.ARMED_GROUP if behind in words.armed_nouns else _of_somebody(doc, name, language)
    before = [singular(doc[index].lower_) for index in range(max(0, name.start - 2), name.start)]
    if words.armed_nouns & {" ".join(before), *before[-1:]}:
        return EntityKind.ARMED_GROUP
    far = before[:1] if len(before) == 2 and doc[name.start - 1].pos_ in {"NOUN", "ADJ"} else []
    beside = bool(words.organisation_nouns & {*before[-1:]})  # "harian X", where X may be the name of a town
    is_body = name.kind is EntityKind.PERSON and words.organisation_nouns & {*far}
    return EntityKind.ORGANISATION if beside or is_body else None


def _of_somebody(doc: Doc, name: Name, language: Language) -> EntityKind | None:
    """Return the kind of a name of two words after a description of a person: "billionaire X Y"."""
    before = doc[name.start - 1].lower_ if name.start else ""
    somebody = language.people.collectives.get(before) == before  # a trade, not a group of people
    full = len(name.text.split()) == 2 and name.kind in _UNSURE
    return EntityKind.PERSON if somebody and full else None


def _is_person(doc: Doc, name: Name, at: Mapping[int, Name], language: Language) -> bool:
    """Return whether a presumed organisation or place is a person: it speaks, or an office follows it."""
    if name.kind not in _UNSURE or name.text.isupper():
        return False
    if kind_of(EntityKind.PERSON, name.text, language) is not EntityKind.PERSON:
        return False
    if name.start and doc[name.start - 1].pos_ in {"DET", "ADP"}:
        return False
    talks = name.end < len(doc) and speaks(doc, name.end, language)
    return (talks and name.end - name.start == 1) or is_apposed(doc, name.end, at, language)


def _is_place(doc: Doc, name: Name, at: Mapping[int, Name], language: Language) -> bool:
    """Return whether a presumed organisation or person is a place.

    It must follow a word that introduces places and must not contain a type word.
    """
    if name.kind not in _PLACED or name.text.isupper() or name.end - name.start > _LONGEST_PLACE:
        return False
    if kind_of(EntityKind.PERSON, name.text, language) is not EntityKind.PERSON:
        return False
    return _is_located(doc, name.start, language) or _is_beside_place(doc, name, at, language)


def _is_located(doc: Doc, start: int, language: Language) -> bool:
    before = singular(doc[start - 1].lower_) if start else ""
    words = name_words(language.code)
    return before in words.locatives or (language.grammar.head_first and before in words.place_nouns)


def _is_beside_place(doc: Doc, name: Name, at: Mapping[int, Name], language: Language) -> bool:
    """Return whether a name is joined to a place and no verb follows: "di Kajaki dan Sangin"."""
    if name.start < 2 or doc[name.start - 1].lower_ not in language.grammar.words["conjunctions"]:
        return False
    other = at.get(name.start - 2)
    acts = name.end < len(doc) and doc[name.end].pos_ in {"VERB", "AUX"}
    placed = other is not None and other.kind is EntityKind.PLACE and not acts
    return placed and other is not None and _is_located(doc, other.start, language)
