"""Noun phrases and clauses: who stands where around a word, by the parse and, where it fails, by position."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extraction.sentence import Parse

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X"})
_SKIPPED = frozenset({"DET", "NUM", "ADJ", "ADV", "PART", "PUNCT"})
_LONGEST_PHRASE = 9
_FARTHEST_SUBJECT = 30
_FARTHEST_OBLIQUE = 10
_OWN_OBJECT = 3


def child(parse: Parse, index: int, *roles: str) -> int | None:
    """The nearest dependent of a word that plays one of these roles."""
    grammar = parse.language.grammar
    found = (item for item in parse.children[index] if grammar.plays(parse.labels[item], *roles))
    return min(found, key=lambda item: abs(item - index), default=None)


def phrase(parse: Parse, head: int) -> list[int]:
    """The words of the noun phrase around `head` that name something; clauses left out, ascending."""
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
            parse.tags[index] not in _PHRASE
            or parse.is_word(index, "prepositions")
            or parse.is_word(index, "conjunctions")
        ):
            return
        yield index


def has_preposition(parse: Parse, head: int) -> bool:
    """Whether a preposition introduces the phrase of `head`."""
    return preposition(parse, head) is not None


def preposition(parse: Parse, head: int) -> str | None:
    """The preposition that introduces the phrase of `head`, lower case."""
    grammar = parse.language.grammar
    for item in parse.children[head]:
        if item < head and grammar.plays(parse.labels[item], "case") and parse.is_word(item, "prepositions"):
            return parse.lower[item]
    above = parse.heads[head]
    if grammar.plays(parse.labels[head], "preposition_object") and above != head:
        return parse.lower[above]
    return None


def obliques(parse: Parse, index: int) -> Iterator[tuple[str, int]]:
    """(preposition, head of its phrase) of the prepositional phrases that depend on a word."""
    grammar = parse.language.grammar
    for item in parse.children[index]:
        label = parse.labels[item]
        if grammar.plays(label, "preposition"):
            for noun in parse.children[item]:
                if grammar.plays(parse.labels[noun], "preposition_object"):
                    yield parse.lower[item], noun
        elif grammar.plays(label, "oblique", "object", "narrowing"):
            word = preposition(parse, item)
            if word is not None:
                yield word, item


def oblique(parse: Parse, index: int, wanted: str) -> int | None:
    """The head of the phrase that `wanted` introduces, among the dependents of a word or just after it."""
    found = next((head for word, head in obliques(parse, index) if word == wanted), None)
    return found if found is not None else oblique_after(parse, index, wanted)


def oblique_after(parse: Parse, index: int, wanted: str) -> int | None:
    """The noun behind the preposition `wanted` in the rest of the clause, by position."""
    last = min(len(parse), index + _FARTHEST_OBLIQUE)
    first = index + _OWN_OBJECT
    for position in range(index + 1, last):
        if parse.lower[position] == wanted:
            return noun_after(parse, position)
        if ends_clause(parse, position) or (position > first and is_event_noun(parse, position)):
            return None
    return None


def is_event_noun(parse: Parse, index: int) -> bool:
    """Whether a word is an event noun, whose prepositions are its own: "atas serangan terhadap …"."""
    if index in parse.name_at:
        return False
    language = parse.language
    keys = (parse.lemmas[index],) if language.forms.by_lemma else language.forms.keys(parse.lower[index])
    return any(entry.voice.nominal for key in keys for entry in language.lexicon.entries.get(key, ()))


def ends_clause(parse: Parse, index: int) -> bool:
    """Whether a word can only stand between two clauses."""
    if index in parse.name_at:
        return False
    return parse.tags[index] in {"VERB", "SCONJ"} or parse.lower[index] in {".", ";", ":", '"', "”", "“", ","}


def noun_after(parse: Parse, index: int) -> int | None:
    """The head of the noun phrase that starts right after a position."""
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


def subject(parse: Parse, index: int) -> tuple[int | None, bool]:
    """The head of a verb's subject, and whether it was inherited from a verb above.

    The relative pronoun stands for the noun that its clause describes.
    """
    seen = {index}
    inherited = False
    while True:
        found = _own_subject(parse, index)
        if found is not None:
            return found, inherited
        if parse.language.grammar.plays(parse.labels[index], "relative") and parse.heads[index] < index:
            noun = parse.heads[index]
            if not _describes_object(parse, index) or parse.heads[noun] in seen:
                return noun, inherited
            index, inherited = parse.heads[noun], True
            seen.add(index)
            continue
        above = parse.heads[index]
        if above in seen or not parse.language.grammar.plays(parse.labels[index], "inherits_subject"):
            return None, inherited
        controller = _controlling_object(parse, above, index)
        if controller is not None:
            return controller, True
        inherited = True
        seen.add(above)
        index = above


def _own_subject(parse: Parse, index: int) -> int | None:
    """The nearest subject of a verb that is more than a relative pronoun."""
    grammar = parse.language.grammar
    found = (
        item
        for item in parse.children[index]
        if grammar.plays(parse.labels[item], "subject", "passive_subject") and not _is_filler(parse, item)
    )
    return min(found, key=lambda item: abs(item - index), default=None)


def _describes_object(parse: Parse, index: int) -> bool:
    """Whether a verb describes an object without pronoun: "mengeluarkan pernyataan mendukung …".

    Then it is the subject of the verb above that acts, not the object.
    """
    grammar = parse.language.grammar
    noun = parse.heads[index]
    pronoun = any(parse.is_word(item, "relative_pronouns") for item in range(noun + 1, index))
    passive = grammar.plays(parse.details[index], "past_participle") or parse.language.forms.is_passive(
        parse.lower[index]
    )
    return grammar.plays(parse.labels[noun], "object") and not pronoun and not passive


def _controlling_object(parse: Parse, verb: int, below: int) -> int | None:
    """Who acts below a verb like "accuse": its object, or in the passive its subject."""
    control = parse.language.groups["object_control"]
    coordinated = parse.language.grammar.plays(parse.labels[below], "coordination", "adverbial")
    if coordinated or not {parse.lower[verb], parse.lemmas[verb]} & control:
        return None
    found = child(parse, verb, "object")
    return found if found is not None and found < below else child(parse, verb, "passive_subject")


def antecedent(parse: Parse, pronoun: int) -> int | None:
    """Whom a pronoun means inside its sentence: the subject of a clause above ("Iran said it will …")."""
    for above in parse.ancestors(pronoun):
        found = child(parse, above, "subject", "passive_subject")
        if (
            found is not None
            and found < pronoun
            and parse.tags[found] != "PRON"
            and not _is_filler(parse, found)
            and not parse.is_below(pronoun, found)
        ):
            return found
    return None


def _is_filler(parse: Parse, index: int) -> bool:
    return parse.is_word(index, "relative_pronouns") or not parse.lower[index][:1].isalnum()


def subject_before(parse: Parse, index: int) -> int | None:
    """The noun phrase that stands before a verb without a preposition: its subject, by position."""
    position = index - 1
    while position >= max(0, index - _FARTHEST_SUBJECT):
        if parse.is_word(position, "complementizers") or parse.lower[position] in {".", ";", ":"}:
            return None
        if parse.lower[position] in parse.language.people.determiners:
            position -= 1
            continue
        if position in parse.name_at or parse.tags[position] in {"NOUN", "PROPN", "PRON"}:
            start = _run_start(parse, position)
            if not (start and _introduces(parse, start - 1)):
                return _head_of_run(parse, start, position)
            position = start
        position -= 1
    return None


def _introduces(parse: Parse, index: int) -> bool:
    """Whether a word is a preposition, and not one of those that open a clause with its own subject."""
    opens_clause = parse.lower[index] in parse.language.groups["separators"]
    return parse.is_word(index, "prepositions") and not opens_clause


def _run_start(parse: Parse, index: int) -> int:
    while index > 0 and (index - 1 in parse.name_at or parse.tags[index - 1] in _PHRASE):
        if parse.is_word(index - 1, "prepositions") or parse.is_word(index - 1, "conjunctions"):
            break
        index -= 1
    return index


def _head_of_run(parse: Parse, start: int, end: int) -> int:
    if not parse.language.grammar.head_first:
        return end
    quantifiers = parse.language.people.quantifiers
    return next(
        (
            position
            for position in range(start, end)
            if parse.tags[position] in {"NOUN", "PROPN"} and parse.lower[position] not in quantifiers
        ),
        end,
    )


def conjuncts(parse: Parse, head: int) -> list[int]:
    """`head` and the nouns coordinated with it."""
    grammar = parse.language.grammar
    found = [head]
    for item in found:
        for other in parse.children[item]:
            if grammar.plays(parse.labels[other], "coordination") and _is_noun(parse, other):
                found.append(other)
    return found


def _is_noun(parse: Parse, index: int) -> bool:
    return index in parse.name_at or parse.tags[index] in _NOMINAL
