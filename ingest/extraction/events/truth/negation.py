"""Reads the words beside a word that negate it, cancel a negation, or make it a plan or a condition."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extraction.syntax.phrases import child
from ingest.extraction.syntax.sentence import Parse

_REACH = 4
_FUNCTION = frozenset({"AUX", "ADV", "PART", "SCONJ", "PRON"})


def is_told_as_true(parse: Parse, index: int) -> bool:
    """Return whether no word near this one negates it, makes it a plan or makes it conditional."""
    groups = parse.language.groups
    words = set(beside(parse, index))
    return not any(words & groups[group] for group in ("negation", "planned", "hypothetical"))


def is_negated(parse: Parse, index: int) -> bool:
    """Return whether a word near this one negates it."""
    groups, words = parse.language.groups, set(beside(parse, index))
    return bool(words & groups["negation"]) and not words & groups["cancels"]


def is_cancelled(parse: Parse, index: int) -> bool:
    """Return whether the word behind this one makes it no negation: "not only", "tidak sekadar"."""
    return not parse.language.groups["cancels"].isdisjoint(parse.lower[index + 1 : index + 2])


def beside(parse: Parse, index: int) -> Iterator[str]:
    """Yield a word's morphological features, its function words on the left, and those right before it."""
    yield from parse.features[index]
    grammar, negation = parse.language.grammar, parse.language.groups["negation"]
    for item in parse.children[index]:
        if item < index and (
            grammar.plays(parse.labels[item], "modifier") or parse.tags[item] in {"AUX", "PART"}
        ):
            yield from () if _adds(parse, item) or _opens_other(parse, item, index) else forms_of(parse, item)
    for position in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if position in parse.name_at:
            return
        if parse.tags[position] not in _FUNCTION and parse.lower[position] not in negation:
            return
        if not _adds(parse, position):
            yield parse.lower[position]


def _opens_other(parse: Parse, item: int, index: int) -> bool:
    """Return whether a word opens a clause of its own, without a verb: "Jika X netral, Y mengecam Z"."""
    if parse.tags[item] != "SCONJ" or "," not in parse.lower[item:index]:
        return False
    comma = parse.lower.index(",", item)
    subject_behind = child(parse, index, "subject", "passive_subject") in range(comma, index)
    return subject_behind and "ADJ" in parse.tags[item:comma] and "VERB" not in parse.tags[item:comma]


def _adds(parse: Parse, index: int) -> bool:
    """Return whether a negation only announces more: "not only had X attacked", "bukan cuma mengecam"."""
    return parse.lower[index] in parse.language.groups["negation"] and is_cancelled(parse, index)


def forms_of(parse: Parse, index: int) -> Iterator[str]:
    """Yield a word's morphological features, the word in lower case, and its lemma."""
    yield from parse.features[index]
    yield parse.lower[index]
    yield parse.lemmas[index]
