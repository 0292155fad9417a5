"""Finds who confirms in the passive what stands before: "That Peru attacked Chile was confirmed by X"."""

from __future__ import annotations

from ingest.extraction.events.truth.negation import is_negated
from ingest.extraction.syntax.phrases import child, is_event_noun, noun_after
from ingest.extraction.syntax.sentence import Parse

_NEAR = 5
"""Maximum number of tokens from a passive verb to its agent: "was confirmed late on Monday by X"."""
_STOPS = frozenset({",", ".", ";", ":", '"', "“", "”"})
_QUOTED = frozenset({'"', "“", "”"})


def confirming(parse: Parse, index: int) -> int | None:
    """Return the head of who says in the passive what stands before: a clause, a report or an act."""
    groups = parse.language.groups
    confirms = parse.is_one_of(index, groups["confirmed"])
    speaks = confirms or parse.is_one_of(index, groups["spoken"])
    if not index or not speaks or is_negated(parse, index):
        return None
    if not (_is_told(parse, index) or (confirms and _is_act(parse, index))):
        return None
    agent = _agent(parse, index)
    if agent is not None:
        return noun_after(parse, agent)
    bare = parse.language.grammar.head_first and parse.tags[index + 1 : index + 2] in {("NOUN",), ("PROPN",)}
    return noun_after(parse, index) if bare else None


def _agent(parse: Parse, index: int) -> int | None:
    """Return the preposition before the agent of a passive verb."""
    for item in range(index + 1, min(len(parse), index + 1 + _NEAR)):
        if parse.is_word(item, "agent_prepositions"):
            return item
        if parse.lower[item] in _STOPS or parse.tags[item] == "VERB":
            return None
    return None


def _is_told(parse: Parse, index: int) -> bool:
    """Return whether a clause with "that" opens the sentence before a verb, perhaps behind "the claim"."""
    groups = parse.language.groups
    for item in range(index):
        if parse.is_word(item, "complementizers"):
            return not _QUOTED.intersection(parse.lower[item:index]) and "VERB" in parse.tags[item:index]
        opens = parse.tags[item] in {"DET", "PUNCT"} or parse.is_one_of(item, groups["reports"])
        if not opens:
            return False
    return False


def _is_act(parse: Parse, index: int) -> bool:
    """Return whether the subject of a passive verb is an event noun: "the attack on X was confirmed by"."""
    noun = child(parse, index, "passive_subject")
    return noun is not None and noun < index and is_event_noun(parse, noun)
