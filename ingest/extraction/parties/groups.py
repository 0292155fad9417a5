"""Properties of nouns that are not names: counted nouns, concepts of groups, ends of descriptions."""

from __future__ import annotations

from collections.abc import Container

from cypher.model.graph import Entity, EntityKind
from ingest.extraction.syntax.phrases import noun_after, obliques
from ingest.extraction.syntax.sentence import Parse


def what_is_counted(parse: Parse, head: int) -> int:
    """Return the counted noun if the parse made its number the head.

    Examples: "sekitar 50.000 prajurit", "a small group of Kurdish fighters".
    """
    quantified = parse.tags[head] == "NUM" or parse.lower[head] in parse.language.people.quantifiers
    if head in parse.name_at or not quantified:
        return head
    counted = _counted_after_of if not parse.language.grammar.head_first else noun_after
    behind = counted(parse, head)
    return head if behind is None else behind


def _counted_after_of(parse: Parse, head: int) -> int | None:
    """Return the noun that "of" introduces right after a number or a word such as "group"."""
    of = parse.language.grammar.words["possessive_prepositions"]
    counted = (noun for word, noun in obliques(parse, head) if word in of)
    return next((noun for noun in counted if parse.tags[noun] in {"NOUN", "PROPN"}), None)


def country_of(entity: Entity) -> str | None:
    """Return the country that an entity is or belongs to, as an ISO 3166-1 alpha-3 code."""
    return entity.id if entity.kind is EntityKind.COUNTRY else entity.country


def key_in(parse: Parse, index: int, table: Container[str]) -> str | None:
    """Return the form of a word that is a key of `table`, if there is one."""
    keys = (*parse.language.forms.keys(parse.lower[index]), parse.lemmas[index], *_singular(parse, index))
    return next((key for key in keys if key in table), None)


def _singular(parse: Parse, index: int) -> tuple[str, ...]:
    """Return a plural that opens a sentence without its ending, as the tagger takes it for a name."""
    word = parse.lower[index]
    opens = index == 0 and parse.tags[index] == "PROPN" and index not in parse.name_at
    return (word.removesuffix("s"),) if opens and parse.language.forms.by_lemma else ()


def noun_forms(parse: Parse, index: int) -> frozenset[str]:
    """Return a noun alone and with the word behind it, in lower case: "kuasa", "kuasa hukum"."""
    return frozenset({parse.lower[index], " ".join(parse.lower[index : index + 2])})


def concept_of(parse: Parse, head: int) -> tuple[int, int, str | None]:
    """Return the tokens (start, end) and the concept of a collective noun of one to three words."""
    table = parse.language.people.collectives
    for start, end in ((head, head + 3), (head, head + 2), (head - 1, head + 1)):
        if start >= 0 and end <= len(parse):
            concept = table.get(" ".join(parse.lower[start:end]))
            if concept is not None:
                return start, end, concept
    key = key_in(parse, head, table)
    if key is None and _is_somebody(parse, head):
        return head, head + 1, parse.lower[head]
    return head, head + 1, table[key] if key is not None else None


def _is_somebody(parse: Parse, head: int) -> bool:
    """Return whether a noun outside all lists follows a classifier for people: "para penentang"."""
    classifiers = parse.language.people.person_classifiers
    return head > 0 and parse.tags[head] == "NOUN" and parse.lower[head - 1] in classifiers


def description_end(parse: Parse, index: int) -> int:
    """Return the end of the words that describe a group right after its noun.

    Examples: "pasukan keamanan", "negara Muslim".
    """
    limit = min(len(parse), index + 2)
    while index < limit and parse.tags[index] in {"ADJ", "NOUN", "PROPN"} and index not in parse.name_at:
        if parse.is_word(index, "prepositions") or parse.is_time(index):
            break
        index += 1
    return index
