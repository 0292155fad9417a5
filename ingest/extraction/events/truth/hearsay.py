"""Finds rumours, what is hard to believe, and what a picture that is faked or passed off shows."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.graph import EntityKind, EventStatus
from ingest.extraction.events.truth.negation import is_negated
from ingest.extraction.events.truth.untruths import Untruth, clause_end
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.sentence import Parse

_NEAR = 3
"""Maximum number of tokens from a rumour to "that"."""
_DESCRIBED = 5
"""Maximum number of tokens from "purported" to the act that it describes."""


def find_hearsay(parse: Parse) -> Iterator[Untruth]:
    """Yield what is only a rumour (hypothetical), and what only a fake shows (negated)."""
    if not parse.may_hold(
        "hearsay", "doubts", "asserts", "purported", "rumours", "passed_off", "claimed", "fakes"
    ):
        return
    for index in range(len(parse)):
        if index not in parse.name_at:
            yield from _whispered(parse, index)
            yield from _doubted(parse, index)
            yield from _not_asserted(parse, index)
            yield from _passed_off(parse, index)


def _whispered(parse: Parse, index: int) -> Iterator[Untruth]:
    """Yield the clause behind a word of hearsay: "konon", "dikabarkan", "it is rumoured that"."""
    groups, end = parse.language.groups, index + parse.phrase_at(index, "hearsay")
    if end > index and not _names_its_source(parse, index, end):
        yield Untruth(end, clause_end(parse, end), EventStatus.HYPOTHETICAL, index)
    if parse.is_one_of(index, groups["purported"]):
        yield Untruth(index + 1, _phrase_end(parse, index + 1), EventStatus.HYPOTHETICAL, index)
    opens = any(
        parse.is_word(item, "complementizers") for item in range(index, min(len(parse), index + _NEAR))
    )
    if parse.is_one_of(index, groups["rumours"]) and opens:
        yield Untruth(index + 1, clause_end(parse, index + 1), EventStatus.HYPOTHETICAL, index)


def _doubted(parse: Parse, index: int) -> Iterator[Untruth]:
    """Yield the clause behind a phrase of doubt: "it is hard to believe that …", "sulit dipercaya X …"."""
    end = index + parse.phrase_at(index, "doubts")
    relative = index > 0 and parse.is_word(index - 1, "relative_pronouns")
    if index < end < len(parse) and not relative and not is_negated(parse, index) and _tells(parse, end):
        yield Untruth(end, clause_end(parse, end), EventStatus.HYPOTHETICAL, index)


def _not_asserted(parse: Parse, index: int) -> Iterator[Untruth]:
    """Yield the clause that nobody asserts: "nobody could say that …", "tidak dapat memastikan bahwa …"."""
    if not parse.is_one_of(index, parse.language.groups["asserts"]):
        return
    near = range(index + 1, min(len(parse), index + 1 + _DESCRIBED))
    opens = next((item for item in near if parse.is_word(item, "complementizers")), None)
    if opens is None or "," in parse.lower[index:opens] or "VERB" in parse.tags[index + 1 : opens]:
        return
    if is_negated(parse, index) or _by_nobody(parse, index):
        yield Untruth(opens, clause_end(parse, opens, index), EventStatus.HYPOTHETICAL, index)


def _by_nobody(parse: Parse, verb: int) -> bool:
    """Return whether the subject of a verb is nobody: "nobody in Lima", "no minister", "tak seorang pun"."""
    head, inherited = subject(parse, verb)
    if head is None or inherited or head >= verb:
        return False
    beside = [item for item in (head, *parse.children[head]) if item <= head]
    phrases = (item for item in range(max(0, head - _NEAR), head) if "," not in parse.lower[item:head])
    return any(parse.phrase_at(item, "negative_subjects") for item in beside) or any(
        parse.phrase_at(item, "negative_subjects") > 1 for item in phrases
    )


def _tells(parse: Parse, index: int) -> bool:
    """Return whether a clause can begin here: with "that", or with its subject."""
    told = parse.is_word(index, "complementizers") or index in parse.name_at
    return told or (parse.language.grammar.head_first and parse.tags[index] in {"NOUN", "PROPN", "PRON"})


def _phrase_end(parse: Parse, start: int) -> int:
    """Return the token at which the verb behind a noun phrase begins."""
    limit = min(len(parse), start + _DESCRIBED)
    return next((item for item in range(start, limit) if parse.tags[item] in {"VERB", "AUX"}), limit)


def _names_its_source(parse: Parse, start: int, end: int) -> bool:
    """Return whether words of hearsay only say who reported it: "seperti dikabarkan X"."""
    before, behind = parse.lower[start - 1 : start], parse.name_at.get(end)
    likened = not parse.language.groups["likened"].isdisjoint(before)
    agent = end < len(parse) and parse.is_word(end, "agent_prepositions")
    return likened or agent or (behind is not None and behind.kind is EntityKind.ORGANISATION)


def _passed_off(parse: Parse, index: int) -> Iterator[Untruth]:
    """Yield what a fake shows: "a deepfake shows …", "passed off as …", "video itu diklaim sebagai …"."""
    passed, claimed = parse.phrase_at(index, "passed_off"), parse.phrase_at(index, "claimed")
    claimed = claimed if claimed and _is_of_report(parse, index) else 0
    if (passed or claimed) and not is_negated(parse, index):
        start = index + max(passed, claimed)
        status = EventStatus.NEGATED if passed else EventStatus.HYPOTHETICAL
        yield Untruth(start, clause_end(parse, start), status, index)
    if parse.phrase_at(index, "fakes") and not _exposes(parse, index):
        yield Untruth(index + 1, clause_end(parse, index + 1), EventStatus.NEGATED, index)


def _is_of_report(parse: Parse, index: int) -> bool:
    """Return whether a picture or another report stands before a word in its clause."""
    before = range(index - 1, max(-1, index - 1 - 2 * _DESCRIBED), -1)
    return any(parse.is_one_of(item, parse.language.groups["pictures"]) for item in before)


def _exposes(parse: Parse, index: int) -> bool:
    """Return whether a fake only is the means of an act: "arrested over a deepfake of X"."""
    return any(parse.tags[item] == "VERB" for item in range(index))
