"""Finds what a sentence tells of a film, a game, an exercise or a dream: it did not happen."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.graph import EventStatus
from ingest.extraction.events.truth.untruths import Untruth, clause_end
from ingest.extraction.syntax.sentence import Parse

_OPENING = 7
_CLOSE = 5
_VERBAL = frozenset({"VERB", "AUX"})


def find_fictions(parse: Parse) -> tuple[Untruth, ...]:
    """Return the tokens of a sentence that only happen in fiction, an exercise or the imagination."""
    groups, words = parse.language.groups, {*parse.lower, *parse.lemmas}
    if words & groups["factual"]:
        return ()
    return (*_works(parse), *_dreams(parse), *_unreal(parse))


def _works(parse: Parse) -> Iterator[Untruth]:
    if not parse.may_hold("fictions", "exercises"):
        return
    for index in range(len(parse)):
        length = parse.phrase_at(index, "fictions")
        exercise = 0 if length else parse.phrase_at(index, "exercises")
        end = index + (length or exercise)
        if end == index:
            continue
        if length and _is_within(parse, 0, index) and index < _OPENING:
            yield _hypothetical(0, len(parse), index)
        elif _tells(parse, end) or _is_told(parse, index):
            yield _hypothetical(end, len(parse), index)
        elif length:
            start = _act_within(parse, index)
            yield _hypothetical(end if start is None else start, end + 1, index)


def _hypothetical(start: int, end: int, cue: int) -> Untruth:
    return Untruth(start, end, EventStatus.HYPOTHETICAL, cue)


def _is_within(parse: Parse, start: int, noun: int) -> bool:
    """Return whether only a preposition and modifiers stand before a noun: "in his latest film"."""
    between = range(start, noun)
    free = not any(parse.tags[item] in _VERBAL or parse.tags[item] == "PUNCT" for item in between)
    return free and any(parse.lower[item] in parse.language.groups["within"] for item in between)


def _tells(parse: Parse, start: int) -> bool:
    """Return whether a verb or pronoun that opens a plot follows: "tells of", "in which", "mengisahkan"."""
    tells = parse.language.groups["tells"]
    for index in range(start, min(len(parse), start + _CLOSE)):
        if index in parse.name_at or parse.lower[index] == ".":
            return False
        if parse.is_one_of(index, tells) or parse.phrase_at(index, "plots") > 1:
            return True
    return False


def _is_told(parse: Parse, noun: int) -> bool:
    """Return whether the verb of a noun tells a plot: "the new series by Netflix depicts …"."""
    verb = parse.heads[noun]
    tells = parse.language.groups["tells"]
    return verb > noun and parse.tags[verb] == "VERB" and parse.is_one_of(verb, tells)


def _act_within(parse: Parse, noun: int) -> int | None:
    """Return the verb right before "in his latest film": what it says happens in the film."""
    for index in range(noun - 1, max(-1, noun - _CLOSE), -1):
        if parse.tags[index] in _VERBAL or parse.tags[index] == "PUNCT":
            return None
        if parse.lower[index] in parse.language.groups["within"]:
            verbs = (item for item in range(index - 1, -1, -1) if parse.tags[item] == "VERB")
            return next(verbs, None)
    return None


def _dreams(parse: Parse) -> Iterator[Untruth]:
    dreams = parse.language.groups["dreams"]
    if not parse.may_hold("dreams"):
        return
    for index in range(len(parse)):
        if index not in parse.name_at and parse.is_one_of(index, dreams):
            yield _hypothetical(index + 1, clause_end(parse, index + 1, index), index)


def _unreal(parse: Parse) -> Iterator[Untruth]:
    """Yield the clauses that somebody unreal acts or suffers in: "virtual rebels attack mock villages"."""
    if not parse.may_hold("unreal"):
        return
    for index in range(len(parse)):
        noun = parse.heads[index]
        if index in parse.name_at or not parse.phrase_at(index, "unreal") or parse.tags[noun] == "VERB":
            continue
        verb = next((item for item in parse.ancestors(noun) if parse.tags[item] == "VERB"), index)
        yield _hypothetical(min(index, verb), clause_end(parse, index + 1, index), index)
