"""Features of a candidate trigger for the classifiers: the word, its dependents, its head and its neighbours.

A feature is a short text. Names are replaced by their kinds, so that a classifier cannot learn which
countries are at war.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import simplemma

from ingest.extraction.syntax.sentence import Parse

Coded = Mapping[int, str]
"""The event types assigned by the rules, by the head of the trigger."""

_BESIDE = (-3, -2, -1, 1, 2, 3)
_UNCODED = "-"


def stems(parse: Parse) -> tuple[str, ...]:
    """Return one stem per token: the pipeline's lemma, or simplemma's if the pipeline has no lemmas."""
    if parse.language.forms.by_lemma:
        return parse.lemmas
    return tuple(_stem(word, parse.language.code) for word in parse.lower)


@lru_cache(50_000)
def _stem(word: str, code: str) -> str:
    return str(simplemma.lemmatize(word, code)).lower()


def features(parse: Parse, index: int, words: tuple[str, ...], coded: Coded) -> Iterator[str]:
    """Yield the features of the word at `index`, possibly with duplicates.

    `words` are the stems of its sentence.
    """
    word = words[index]
    yield f"stem {word}"
    yield f"form {parse.lower[index]}"
    yield f"tag {parse.tags[index]}"
    yield f"detail {parse.details[index]}"
    yield f"label {parse.labels[index]}"
    yield from _rules(parse, index, word, coded)
    for item in parse.children[index]:
        if parse.tags[item] != "PUNCT":
            yield from _dependent(parse, item, word, words)
    yield from _governor(parse, index, word, words)
    yield from _beside(parse, index, word, words)


def _rules(parse: Parse, index: int, word: str, coded: Coded) -> Iterator[str]:
    rule = coded.get(index, _UNCODED)
    yield f"rule {rule}"
    yield f"rule {rule} {word}"
    language = parse.language
    keys = (word, parse.lower[index]) if language.forms.by_lemma else language.forms.keys(parse.lower[index])
    for key in keys:
        for entry in language.lexicon.entries.get(key, ()):
            yield f"sense {entry.sense.event_type}{'~' if entry.rest else ''}"
    for head, event_type in coded.items():
        if head != index:
            yield f"rule elsewhere {event_type}"
    yield f"rules {min(3, len(coded))}"


def _dependent(parse: Parse, item: int, word: str, words: tuple[str, ...]) -> Iterator[str]:
    label = parse.labels[item].partition(":")[0]
    shown = _shown(parse, item, words)
    yield f"child {label} {shown}"
    yield f"child {word} {shown}"
    yield f"child {label} {_kind(parse, item)}"
    for introducer, noun in _introduced(parse, item):
        yield f"oblique {words[introducer]} {_shown(parse, noun, words)}"
        yield f"oblique {words[introducer]} {_kind(parse, noun)}"
        yield f"oblique {word} {words[introducer]}"


def _introduced(parse: Parse, item: int) -> Iterator[tuple[int, int]]:
    """Yield (preposition, noun) for the phrase of a dependent, whichever of the two is the head."""
    grammar = parse.language.grammar
    below = parse.children[item]
    if grammar.plays(parse.labels[item], "preposition"):
        yield from ((item, noun) for noun in below)
    elif grammar.plays(parse.labels[item], "oblique", "narrowing"):
        yield from ((case, item) for case in below if grammar.plays(parse.labels[case], "case"))


def _governor(parse: Parse, index: int, word: str, words: tuple[str, ...]) -> Iterator[str]:
    head = parse.heads[index]
    if head != index:
        shown = _shown(parse, head, words)
        yield f"under {shown}"
        yield f"under {parse.labels[index]} {shown}"
        yield f"under {word} {shown}"


def _beside(parse: Parse, index: int, word: str, words: tuple[str, ...]) -> Iterator[str]:
    for step in _BESIDE:
        place = index + step
        if 0 <= place < len(parse):
            shown = _shown(parse, place, words)
            yield f"near {shown}"
            yield f"{'before' if step < 0 else 'behind'} {min(2, abs(step))} {shown}"
            if abs(step) == 1:
                yield f"{'before' if step < 0 else 'behind'} {word} {shown}"


def linking(
    parse: Parse, parties: tuple[int, int], index: int, words: tuple[str, ...], coded: Coded
) -> Iterator[str]:
    """Yield the features of the path from the head of an actor to that of a recipient.

    They cover the path in the parse and the words between the two in the text.
    """
    ways = [[party, *parse.ancestors(party)] for party in parties]
    top = next((item for item in ways[0] if item in ways[1]), None)
    if top is not None:
        up, down = (way[: way.index(top)] for way in ways)
        yield from _way(parse, up, down, top, words, coded)
    yield f"stand {parties[0] < index} {parties[1] < index}"
    for item in range(min(parties) + 1, max(parties)):
        yield f"between {_shown(parse, item, words)}"
        if item in coded:
            yield f"rule between {coded[item]}"


def _way(
    parse: Parse, up: list[int], down: list[int], top: int, words: tuple[str, ...], coded: Coded
) -> Iterator[str]:
    for item in {*up[1:], *down[1:], top}:
        yield f"way {_shown(parse, item, words)}"
        if item in coded:
            yield f"rule on the way {coded[item]}"
    labels = (">".join(parse.labels[item] for item in part) for part in (up, down))
    yield f"way by {'|'.join(labels)}"
    yield f"top {_shown(parse, top, words)}"
    for item in parse.children[top]:
        yield f"top {parse.labels[item]} {_shown(parse, item, words)}"


def _shown(parse: Parse, index: int, words: tuple[str, ...]) -> str:
    name = parse.name_at.get(index)
    return words[index] if name is None else f"<{name.kind.value}>"


def _kind(parse: Parse, index: int) -> str:
    name = parse.name_at.get(index)
    return parse.tags[index] if name is None else f"<{name.kind.value}>"
