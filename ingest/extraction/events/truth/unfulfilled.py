"""Finds acts that were only nearly done, were left undone for another, or would follow from a condition."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.graph import EventStatus
from ingest.extraction.events.truth.negation import is_negated
from ingest.extraction.events.truth.untruths import Untruth, clause_end
from ingest.extraction.syntax.sentence import Parse

_CLAUSES = ("suppositions", "inverted_conditions", "inverted_negation")
_PHRASES = {
    "near_misses": EventStatus.NEGATED,
    "replaced": EventStatus.NEGATED,
    "nearing": EventStatus.HYPOTHETICAL,
    "unwilling": EventStatus.HYPOTHETICAL,
}
"""Word lists of phrases before an act, and the status that they give it."""

_ADJACENT = frozenset({"near_misses", "nearing"})
_FARTHEST = 4
"""Maximum number of tokens from "instead of" to the act that it replaces."""

_ACTS = frozenset({"VERB", "NOUN"})
_FILLING = frozenset({"DET", "ADJ", "ADV", "PART", "AUX", "PRON", "PROPN"})
_PREDICATES = frozenset({"VERB", "ADJ"})
_HELPING = frozenset({"AUX", "PART"})
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"DET", "PROPN", "PRON"})
_NAMING = _SUBJECTS | {"NOUN"}
_QUOTES = " \n\"“”'’"


def find_unfulfilled(parse: Parse) -> Iterator[Untruth]:
    """Yield what a sentence says was not done (negated) or depends on a condition (hypothetical)."""
    if _asks(parse):
        yield Untruth(0, len(parse), EventStatus.HYPOTHETICAL, -1)
    if not parse.may_hold(*_CLAUSES, *_PHRASES):
        return
    for index in range(len(parse)):
        if not index or index not in parse.name_at:  # a capital alone may make the first word a name
            yield from _on_condition(parse, index)
            yield from _left_undone(parse, index)


def _asks(parse: Parse) -> bool:
    """Return whether a sentence asks whether something is so: "Did Peru attack Chile?"."""
    if parse.language.grammar.head_first or not parse.record.text.rstrip(_QUOTES).endswith("?"):
        return False
    first = next((i for i in range(len(parse)) if parse.words[i][0].isalnum()), 0)
    return parse.tags[first] == "AUX"


def _on_condition(parse: Parse, index: int) -> Iterator[Untruth]:
    """Yield the clause of a condition ("andaikan …", "had X …"), or a negated clause ("not once did …")."""
    length = parse.phrase_at(index, "suppositions")
    if length or (parse.phrase_at(index, "inverted_conditions") and _is_condition(parse, index)):
        start = index + max(length, 1)
        comma = _end_of_condition(parse, start)
        yield Untruth(start, comma, EventStatus.HYPOTHETICAL, index)
        if not index and parse.language.grammar.head_first and _follows(parse, start, comma):
            yield Untruth(comma, clause_end(parse, comma + 1), EventStatus.HYPOTHETICAL, index)
    end = index + parse.phrase_at(index, "inverted_negation")
    if end > index and _is_inverted(parse, index, end):
        yield Untruth(index, clause_end(parse, end), EventStatus.NEGATED, index)


def _is_condition(parse: Parse, verb: int) -> bool:
    """Return whether a verb opens a condition: "had Peru …", not "not only had …" or "no sooner had …"."""
    return parse.tags[verb - 1 : verb] != ("ADV",) and _is_inverted(parse, verb, verb)


def _is_inverted(parse: Parse, start: int, verb: int) -> bool:
    """Return whether a verb stands before its subject, and no subject before `start`: "had Peru …"."""
    behind = parse.tags[verb + 1 : verb + 2]
    if not _SUBJECTS.intersection(behind) or parse.tags[verb] not in _VERBAL:
        return False
    return not any(tag in _NAMING or tag == "VERB" for tag in parse.tags[:start])


def _end_of_condition(parse: Parse, start: int) -> int:
    """Return where a condition ends: at a comma with a verb or adjective before it, or with its clauses."""
    end = clause_end(parse, start)
    commas = (item for item in range(start, end) if parse.lower[item] == ",")
    return next((item for item in commas if _PREDICATES.intersection(parse.tags[start:item])), end)


def _follows(parse: Parse, start: int, comma: int) -> bool:
    """Return whether what a clause tells would follow from an act: "Jika X menyerang, Y menutup perbatasan".

    Words for the past, for a contrast or for a day tell it as a fact: "Jika X diam, Y justru mengecam Z".
    """
    groups, end = parse.language.groups, len(parse)
    told = groups["past"] | groups["contrasts"] | groups["planned"]
    plain = told.isdisjoint(parse.lower[comma:end]) and not any(map(parse.is_time, range(comma, end)))
    return parse.lower[comma : comma + 1] == (",",) and "VERB" in parse.tags[start:comma] and plain


def _left_undone(parse: Parse, index: int) -> Iterator[Untruth]:
    """Yield the act behind "nearly", "instead of", "refrained from" or "reluctant to"."""
    for group, status in _PHRASES.items():
        length = parse.phrase_at(index, group)
        if not length or is_negated(parse, index):
            continue
        act = _act_behind(parse, index + length, _HELPING if group in _ADJACENT else _FILLING)
        if act is not None:
            yield Untruth(act, act + 1, status, index)
            yield from (Untruth(item, item + 1, status, index) for item in _beside(parse, act))


def _act_behind(parse: Parse, start: int, filling: frozenset[str]) -> int | None:
    """Return the first verb or noun behind a phrase, if only function words or modifiers stand between.

    In languages that put the head first it is a verb: "daripada serangan itu" only compares.
    """
    acts = {"VERB"} if parse.language.grammar.head_first else _ACTS
    for index in range(start, min(len(parse), start + _FARTHEST)):
        if parse.tags[index] in acts and index not in parse.name_at:
            return index
        if parse.tags[index] not in filling:
            return None
    return None


def _beside(parse: Parse, act: int) -> Iterator[int]:
    """Yield the acts joined to one without a comma: "instead of arresting and deporting X"."""
    for index in parse.children[act]:
        joined = index > act and parse.language.grammar.plays(parse.labels[index], "coordination")
        if joined and "," not in parse.lower[act:index] and parse.tags[index] == parse.tags[act]:
            yield index
