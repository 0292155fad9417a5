"""Noun phrases and prepositional phrases, by the parse and, where it fails, by word order."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extraction.syntax.sentence import Parse

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X"})
"""Parts of speech in a noun phrase."""

_SKIPPED = frozenset({"DET", "NUM", "ADJ", "ADV", "PART", "PUNCT"})
_LONGEST_PHRASE = 9
_FARTHEST_OBLIQUE = 10
_OWN_OBJECT = 3


def child(parse: Parse, index: int, *roles: str) -> int | None:
    """Return the nearest dependent of a word that plays one of these roles."""
    grammar = parse.language.grammar
    found = (item for item in parse.children[index] if grammar.plays(parse.labels[item], *roles))
    return min(found, key=lambda item: abs(item - index), default=None)


def phrase(parse: Parse, head: int) -> list[int]:
    """Return the words of the noun phrase around `head`, ascending, without clauses."""
    words = set(_narrowing(parse, head, depth=4))
    if parse.language.grammar.head_first:
        words.update(_run_right(parse, head))
    return sorted(words)


def _narrowing(parse: Parse, head: int, depth: int) -> Iterator[int]:
    yield head
    if not depth:
        return
    grammar = parse.language.grammar
    for item in parse.children[head]:
        possessive = has_preposition(parse, item) and not _is_possessive(parse, item)
        if grammar.plays(parse.labels[item], "narrowing") and not possessive:
            yield from _narrowing(parse, item, depth - 1)
        elif grammar.plays(parse.labels[item], "preposition") and parse.is_word(
            item, "possessive_prepositions"
        ):
            for noun in parse.children[item]:
                yield from _narrowing(parse, noun, depth - 1)


def _is_possessive(parse: Parse, index: int) -> bool:
    return any(parse.is_word(item, "possessive_prepositions") for item in (index, *parse.children[index]))


def _run_right(parse: Parse, head: int) -> Iterator[int]:
    for index in range(head + 1, min(len(parse), head + _LONGEST_PHRASE)):
        if index not in parse.name_at and (
            parse.tags[index] not in PHRASE
            or parse.is_word(index, "prepositions")
            or parse.is_word(index, "conjunctions")
        ):
            return
        yield index


def has_preposition(parse: Parse, head: int) -> bool:
    """Return whether a preposition introduces the phrase of `head`."""
    return preposition(parse, head) is not None


def preposition(parse: Parse, head: int) -> str | None:
    """Return the preposition that introduces the phrase of `head`, in lower case."""
    grammar = parse.language.grammar
    for item in parse.children[head]:
        if item < head and grammar.plays(parse.labels[item], "case") and parse.is_word(item, "prepositions"):
            return parse.lower[item]
    above = parse.heads[head]
    if grammar.plays(parse.labels[head], "preposition_object") and above != head:
        return parse.lower[above]
    return None


def obliques(parse: Parse, index: int) -> Iterator[tuple[str, int]]:
    """Yield (preposition, head of its phrase) for the prepositional phrases that depend on a word."""
    grammar = parse.language.grammar
    for item in parse.children[index]:
        roles = grammar.roles.get(parse.labels[item], ())
        if "preposition" in roles:
            for noun in parse.children[item]:
                if grammar.plays(parse.labels[noun], "preposition_object"):
                    yield parse.lower[item], noun
        elif "narrowing" in roles or "oblique" in roles or "object" in roles:
            word = preposition(parse, item)
            if word is not None:
                yield word, item


def oblique(parse: Parse, index: int, wanted: str) -> int | None:
    """Return the head of the phrase that `wanted` introduces, below a word or right after it."""
    found = next((head for word, head in obliques(parse, index) if word == wanted), None)
    return found if found is not None else oblique_after(parse, index, wanted)


def oblique_of(parse: Parse, index: int, group: str) -> int | None:
    """Return the head of the first phrase that a preposition of a group of function words introduces."""
    found = (oblique(parse, index, word) for word in parse.words_in(group))
    return next((head for head in found if head is not None), None)


def oblique_after(parse: Parse, index: int, wanted: str) -> int | None:
    """Return the noun after the preposition `wanted` in the rest of the clause, by word order."""
    last = min(len(parse), index + _FARTHEST_OBLIQUE)
    first = index + _OWN_OBJECT
    for position in range(index + 1, last):
        if parse.lower[position] == wanted:
            return None if _belongs_to_place(parse, position, index) else noun_after(parse, position)
        if ends_clause(parse, position) or (position > first and is_event_noun(parse, position)):
            return None
    return None


def _belongs_to_place(parse: Parse, of: int, index: int) -> bool:
    """Return whether "of" belongs to the phrase of another preposition: "arrested them in the city of X"."""
    owned = parse.is_word(of, "possessive_prepositions")
    noun = parse.heads[of]
    if not owned or not index < noun < of or noun in parse.name_at:
        return False
    return preposition(parse, noun) in parse.language.grammar.words["place_prepositions"]


def is_event_noun(parse: Parse, index: int) -> bool:
    """Return whether a word is an event noun, whose prepositions belong to it: "atas serangan terhadap …"."""
    if index in parse.name_at:
        return False
    language = parse.language
    keys = (parse.lemmas[index],) if language.forms.by_lemma else language.forms.keys(parse.lower[index])
    entries = (entry for key in keys for entry in language.lexicon.entries.get(key, ()))
    return any(entry.voice.nominal and _goes_on(parse, index + 1, entry.rest) for entry in entries)


def _goes_on(parse: Parse, start: int, rest: tuple[str, ...]) -> bool:
    """Return whether the other words of a phrase follow: "state" is no act, "state of emergency" is one."""
    fits = start + len(rest) <= len(parse)
    return fits and all(parse.is_one_of(start + n, {word}) for n, word in enumerate(rest))


def ends_clause(parse: Parse, index: int) -> bool:
    """Return whether a word ends a clause."""
    if index in parse.name_at:
        return False
    return parse.tags[index] in {"VERB", "SCONJ"} or parse.lower[index] in {".", ";", ":", '"', "”", "“", ","}


def noun_after(parse: Parse, index: int) -> int | None:
    """Return the head of the noun phrase that starts right after a position."""
    for position in range(index + 1, min(len(parse), index + 6)):
        if position in parse.name_at or parse.tags[position] in {"NOUN", "PROPN", "PRON"}:
            if parse.lower[position] in parse.language.people.quantifiers:
                continue
            return position if parse.language.grammar.head_first else _last_of_run(parse, position)
        if parse.tags[position] not in _SKIPPED or parse.lower[position] in {",", ".", ";"}:
            return None
    return None


def _last_of_run(parse: Parse, index: int) -> int:
    while (
        index + 1 < len(parse) and parse.heads[index] > index and parse.tags[parse.heads[index]] in _NOMINAL
    ):
        index = parse.heads[index]
    return index


def conjuncts(parse: Parse, head: int) -> list[int]:
    """Return `head` and the nouns coordinated with it."""
    grammar = parse.language.grammar
    found = [head]
    for item in found:
        for other in parse.children[item]:
            joined = grammar.plays(parse.labels[other], "coordination") and _is_noun(parse, other)
            if joined:
                found.append(other)
    return found


def _is_noun(parse: Parse, index: int) -> bool:
    return index in parse.name_at or parse.tags[index] in _NOMINAL
