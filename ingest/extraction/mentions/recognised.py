"""Cleans up the names found by the pipeline's recogniser: removes titles, dates and common nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from simplemma import is_known
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from cypher.model.graph import EntityKind, Span
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words

_LONGEST_TITLE = 4
_NUMERAL = re.compile("(?:I|II|III|IV|V|VI{1,3}|IX|XI{0,3}|XIV|XV|XVI)")
ARTICLES = ("al-", "el-")
"""Lower-case beginnings that the last word of a name may have: "al-Rawi"."""
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "bint", "binti"})
"""Short words inside Arabic and Malay names; the recogniser may end a name before them."""


def recognised_names(doc: Doc, language: Language, offset: int) -> Iterator[Name]:
    """Yield the recogniser's names without titles, in tokens of `doc` and spans shifted by `offset`."""
    for ent in doc.ents:
        name = _recognised(ent, language, offset)
        if name is not None and not _is_common(doc, name, language):
            yield _placed(doc, name, language)


def leading_titles(words: Iterable[str], language: Language) -> int:
    """Return how many words at the front are titles or offices; never all of them.

    Examples: "Perdana Menteri", "Gen.".
    """
    lower = [word.lower() for word in words]
    count = 0
    while count < len(lower) - 1:
        length = title_length(lower[count:], language)
        if not length or count + length >= len(lower):
            break
        count += length
    return count


def title_length(lower: Sequence[str], language: Language) -> int:
    """Return the number of words in the title or office that these words begin with; 0 if there is none."""
    offices, honorifics = language.people.offices, language.people.honorifics
    if lower[0] not in language.people.office_starts:
        return int(lower[0] in honorifics)
    for length in range(min(_LONGEST_TITLE, len(lower)), 1, -1):
        if " ".join(lower[:length]) in offices:
            return length
    return int(lower[0] in offices or lower[0] in honorifics)


def is_titled(doc: Doc, start: int, language: Language) -> bool:
    """Return whether a title or office ends right before a token."""
    before = [word.lower_ for word in doc[max(0, start - _LONGEST_TITLE) : start]]
    return any(title_length(before[n:], language) == len(before) - n for n in range(len(before)))


def kind_of(kind: EntityKind, text: str, language: Language) -> EntityKind:
    """Return the kind that the first or last word of a name indicates, else the given one."""
    words, people = text.lower().split(), language.people
    if kind in (EntityKind.ORGANISATION, EntityKind.PLACE) and _names_state_body(text, language):
        return EntityKind.GOVERNMENT_BODY
    if kind is EntityKind.PERSON and words[0] in people.organisation_words:
        return EntityKind.ORGANISATION
    if len(words) > 1 and words[-1] in name_words(language.code).place_endings:
        return EntityKind.PLACE
    ends_so = len(words) > 1 and words[-1] in name_words(language.code).organisation_endings
    return EntityKind.ORGANISATION if ends_so and kind is not EntityKind.GOVERNMENT_BODY else kind


def _names_state_body(text: str, language: Language) -> bool:
    words = text.lower().split()
    bodies = language.people.government_bodies
    if language.grammar.head_first:
        return words[0] in bodies or " ".join(words[:2]) in bodies
    return words[-1] in bodies or " ".join(words[-2:]) in bodies or words[0] in bodies


def _recognised(ent: SpacySpan, language: Language, offset: int) -> Name | None:
    """Return a recognised name without its title; None if its label or words do not fit an actor."""
    start, end, doc = ent.start, ent.end, ent.doc
    kind = language.entity_kinds.get(ent.label_)
    if kind is None:
        return None
    start = _behind_office(doc, start, end, language)
    if kind is EntityKind.PERSON:
        start += leading_titles([doc[index].text for index in range(start, end)], language)
        start += _is_noun_before(doc, start, end, language)
        end = with_numeral(doc, with_particle(doc, end))
        start = _with_lower_particle(doc, start)
    middle = range(start + 1, end - 1)
    end = next(
        (n for n in middle if kind is not EntityKind.PERSON and doc[n].lower_ in language.people.honorifics),
        end,
    )
    start, end = _trimmed(doc, _behind_possessor(doc, start, end), end, language)
    if start >= end:
        return None
    text = doc[start:end].text
    span = Span(doc[start].idx + offset, doc[start].idx + offset + len(text))
    return Name(start, end, span, text, kind_of(kind, text, language))


def with_numeral(doc: Doc, end: int) -> int:
    """Return the end of a person's name that continues with a Roman numeral: "Hamengkubuwono" "X"."""
    if end >= len(doc) or not _NUMERAL.fullmatch(doc[end].text):
        return end
    speaks = doc[end].text == "I" and end + 1 < len(doc) and doc[end + 1].pos_ in {"VERB", "AUX", "ADV"}
    return end if speaks else end + 1


def _with_lower_particle(doc: Doc, start: int) -> int:
    """Return the start of a name with the particle or "Lord" before it: "bin" "Laden", "Lord" "North"."""
    if not start:
        return start
    alone = start < 2 or not doc[start - 2].text[:1].isupper()
    return start - (doc[start - 1].text == "Lord" or (alone and doc[start - 1].text in _PARTICLES))


def _behind_office(doc: Doc, start: int, end: int, language: Language) -> int:
    """Return the start of a name without the second word of an office: "Wali" "Kota Makassar"."""
    if start == 0 or end - start < 2:
        return start
    office = f"{doc[start - 1].lower_} {doc[start].lower_}"
    return start + (office in language.people.offices)


def _behind_possessor(doc: Doc, start: int, end: int) -> int:
    """Return the start of a name without whose it is: "Afghanistan's" "National Security Directorate"."""
    owned = end - start > 2 and doc[start + 1].text in {"'s", "’s"} and doc[start].ent_type_ != "PERSON"
    return start + 2 if owned and doc[start + 2].text[:1].isupper() and end - start > 3 else start


def _is_noun_before(doc: Doc, start: int, end: int, language: Language) -> bool:
    """Return whether a name begins with a common noun.

    Examples: "Foto Platt" or "Melansir Platt" at the start of a sentence, "Pembalap X" with a trade.
    """
    word = doc[start]
    if end - start < 2 or not language.grammar.head_first:
        return False
    opens = (
        bool(word.is_sent_start)
        and (word.pos_ in {"NOUN", "ADV"} or language.forms.is_active(word.lower_))
        and is_known(word.lower_, lang=language.code)
    )
    return opens or word.lower_ in language.people.collectives


def with_particle(doc: Doc, end: int) -> int:
    """Return the end of a name that continues with a particle: "Hassan Taha" "al-Rawi"."""
    if end >= len(doc):
        return end
    if doc[end].lower_.startswith(ARTICLES) and len(doc[end]) > 3:
        return end + 1
    joint = end + 1 + (end + 1 < len(doc) and doc[end + 1].text == "-")
    if doc[end].lower_ in _PARTICLES and joint < len(doc) and doc[joint].text[:1].isupper():
        return joint + 1
    return end


def _trimmed(doc: Doc, start: int, end: int, language: Language) -> tuple[int, int]:
    """Cut words at both ends that cannot be part of a name: "selatan", "the", brackets, "'s", "April"."""
    while start < end and _is_no_start(doc[start], language):
        start += 1
    opened = (
        index for index in range(start + 1, end) if doc[index].text == "(" and ")" not in doc[index:end].text
    )
    end = next(opened, end)
    while end > start and _is_no_end(doc, start, end, language):
        end -= 1
    return start, end


def _is_no_start(word: Token, language: Language) -> bool:
    """Return whether a first word must be cut from a name: an article, a small word, "Dilansir" Reuters."""
    sources = (language.groups["quoted"], language.groups["according"])
    small = not word.text[:1].isupper() or word.pos_ == "DET"
    return small or any(word.lower_ in words for words in sources)


def _is_no_end(doc: Doc, start: int, end: int, language: Language) -> bool:
    """Return whether the last token of a range must be cut from the name."""
    last, endings = doc[end - 1], name_words(language.code).organisation_endings
    if end - start > 1 and doc[end - 2].lower_ + last.text in endings:
        return False  # "Corp."
    if not last.text[:1].isalnum() or _is_day(last.lower_, language) or _is_direction(last.text, language):
        return True
    alone = end - start == 1
    common = last.text[:1].islower() and not last.text.startswith(ARTICLES)
    return not alone and (common or (last.text.isdigit() and not _is_day(doc[end - 2].lower_, language)))


def _is_direction(word: str, language: Language) -> bool:
    """Return whether a last word is only a direction: in "Irak selatan", but not in "Bengala Barat"."""
    return word.lower() in language.people.directions and not (
        word[:1].isupper() and language.grammar.head_first
    )


def _is_common(doc: Doc, name: Name, language: Language) -> bool:
    """Return whether a presumed name is a common noun or a title.

    Examples: "Hujan", "Rakyat Palestina", "Perdana Menteri".
    """
    lower = name.text.lower()
    first, *rest = lower.split()
    people = language.people
    if lower in name_words(language.code).no_names or _is_date(lower, language):
        return True
    if _is_title(doc, name, language) or _is_thing(doc, name, language):
        return True
    if not rest and _is_lone_word(doc, name.start, language):
        return True
    if name.kind is EntityKind.PERSON or not rest or not language.grammar.head_first:
        return False
    return (first in people.collectives and first not in people.government_bodies) or first in people.offices


def _is_day(word: str, language: Language) -> bool:
    """Return whether a lower-case word is a month or a weekday."""
    return word in language.dates["months"] or word in language.dates["weekdays"]


def _is_date(lower: str, language: Language) -> bool:
    """Return whether a presumed name consists of months and weekdays: "Agustus-November"."""
    return all(_is_day(word, language) for word in lower.replace("-", " ").split())


def _is_lone_word(doc: Doc, index: int, language: Language) -> bool:
    """Return whether a single word is a pronoun, group or type word, or a common word at a sentence start."""
    word, people = doc[index], language.people
    listed = word.lower_ in people.collectives or word.lower_ in people.pronouns
    opens = bool(word.is_sent_start) and _is_common_word(doc, index, language)
    return bool(listed) or _is_type(word.lower_, language) or opens


def _is_thing(doc: Doc, name: Name, language: Language) -> bool:
    """Return whether a presumed actor is a ship, a work or a model: "kapal Mavi Marmara", "J-10C"."""
    before = doc[name.start - 1].lower_ if name.start else ""
    numbered = any(map(str.isdigit, name.text)) and name.kind in (EntityKind.PLACE, EntityKind.PERSON)
    thing = name.kind is not EntityKind.ORGANISATION and before in name_words(language.code).thing_nouns
    return numbered or bool(thing)


def _is_type(word: str, language: Language) -> bool:
    """Return whether a lower-case word only names a type: "Provinsi", "Partai"."""
    types = (language.people.organisation_words, name_words(language.code).place_nouns)
    return language.grammar.head_first and any(word in words for words in types)


def _is_title(doc: Doc, name: Name, language: Language) -> bool:
    """Return whether a presumed name is a title or begins one: "Perdana Menteri", "Defence" Minister."""
    lower, offices, honorifics = name.text.lower(), language.people.offices, language.people.honorifics
    behind = doc[name.end].lower_ if name.end < len(doc) else ""
    whole = lower in offices or f"{lower} {behind}" in offices
    return whole or all(word in honorifics or word in offices for word in lower.split())


def _is_common_word(doc: Doc, index: int, language: Language) -> bool:
    word = doc[index]
    if index + 1 < len(doc) and doc[index + 1].lower_ in language.groups["before"]:
        return False  # a speaker is not a common noun
    common = word.pos_ in {"NOUN", "VERB"} or word.lower_ in language.lexicon.entries
    return common or (language.grammar.head_first and is_known(word.lower_, lang=language.code))


def _placed(doc: Doc, name: Name, language: Language) -> Name:
    """Return a name as a place if it is a presumed person or organisation after a word such as "kota".

    A presumed person is also a place after "di".
    """
    before = singular(doc[name.start - 1].lower_) if name.start else ""
    words = name_words(language.code)
    placed = before in language.people.placing or before in words.place_nouns
    is_place = placed and name.kind is EntityKind.PERSON
    if name.kind is EntityKind.ORGANISATION and not name.text.isupper():
        is_place = before in words.place_nouns
    return replace(name, kind=EntityKind.PLACE) if is_place else name


def singular(word: str) -> str:
    """Return a reduplicated lower-case word without the repetition: "daerah-daerah"."""
    half, hyphen, other = word.partition("-")
    return half if hyphen and half == other else word
