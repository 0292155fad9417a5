"""Reads what a request asks for, which decides its mode: an end to something, help, a meeting, or calm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ingest.extraction.events.triggers import Trigger
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.vocabulary.language import Language

DEMANDS = frozenset({"REQUEST"})
_FARTHEST = 14
"""Maximum number of tokens behind a request in which it says what it asks for."""

_NEAR = 6
"""Number of tokens behind "stop" or "end" among which the name of another party may stand."""

_MODES = {
    "asks_end": "yield",
    "asks_reform": "change",
    "asks_help": "assist",
    "asks_meeting": "meet",
    "asks_calm": "appeal",
}
"""The modes by the word lists of ``requests.yaml``."""


def with_request(parse: Parse, trigger: Trigger) -> Trigger:
    """Return a request with the mode of what it asks for; any other trigger, and a known mode, stay.

    A demand that another party end something ("urged the UN to stop the attacks of X") is an appeal. If the
    words behind a request do not tell, an order is a demand to yield, and other requests stay without a mode.
    """
    sense = trigger.sense
    if sense.event_type not in DEMANDS or sense.mode is not None:
        return trigger
    mode = _asked(parse, trigger)
    return trigger if mode is None else replace(trigger, sense=replace(sense, mode=mode))


def _asked(parse: Parse, trigger: Trigger) -> str | None:
    for index in _complement(parse, trigger):
        group = next((group for group in _MODES if _is_in(parse, index, group)), None)
        if group is not None:
            ending = group == "asks_end" and _is_of_another(parse, index)
            return "appeal" if ending else _MODES[group]
    demanding = any(_is_in(parse, index, "demanding") for index in range(trigger.start, trigger.end))
    return "yield" if demanding else None


def _complement(parse: Parse, trigger: Trigger) -> Iterator[int]:
    """Yield the tokens behind a request up to the next clause of its own, leaving out names."""
    separators = parse.language.groups["separators"]
    for index in range(trigger.end, min(len(parse), trigger.end + _FARTHEST)):
        if parse.lower[index] in separators or parse.lower[index] in {";", "."}:
            return
        if index not in parse.name_at:
            yield index


def _is_in(parse: Parse, index: int, group: str) -> bool:
    two = " ".join(parse.lower[index : index + 2])
    return not _forms(parse.language, group).isdisjoint({two, parse.lower[index], parse.lemmas[index]})


@cache
def _forms(language: Language, group: str) -> frozenset[str]:
    """Return the words of a list, with the forms that they have as stems of verbs."""
    words = language.groups[group]
    return words | {form for word in words for form, _ in language.forms.spell(word)}


def _is_of_another(parse: Parse, ending: int) -> bool:
    """Return whether what is to end is what a party named right behind it does."""
    grammar = parse.language.grammar
    for index in range(ending + 1, min(len(parse), ending + _NEAR)):
        if index in parse.name_at:
            return True
        word = parse.lower[index]
        owning = grammar.has(word, "possessive_prepositions") or grammar.has(word, "agent_prepositions")
        if parse.tags[index] in {"PUNCT", "CCONJ"} or (grammar.has(word, "prepositions") and not owning):
            return False
    return False
