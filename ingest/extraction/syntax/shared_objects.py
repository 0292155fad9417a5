"""Finds the verb whose object another verb shares; the parse gives the object to one of them only."""

from __future__ import annotations

from ingest.extraction.syntax.phrases import child
from ingest.extraction.syntax.sentence import Parse

_BETWEEN = frozenset({"CCONJ", "ADV", "AUX", "PART"})


def sharing_verb(parse: Parse, verb: int) -> int | None:
    """Return the verb that a conjunction joins right behind a verb without an object.

    Example: "captured or killed the commanders", "menangkap dan memeriksa X".
    """
    grammar = parse.language.grammar
    if child(parse, verb, "object") is not None:
        return None
    for other in parse.children[verb]:
        joined = grammar.plays(parse.labels[other], "coordination") and parse.tags[other] == "VERB"
        if joined and other > verb and _are_adjacent(parse, verb, other):
            return other
    return None


def _are_adjacent(parse: Parse, verb: int, other: int) -> bool:
    """Return whether a conjunction, and at most adverbs beside it, stand between two verbs."""
    between = range(verb + 1, other)
    return any(parse.is_word(index, "conjunctions") for index in between) and all(
        parse.tags[index] in _BETWEEN and index not in parse.name_at for index in between
    )
