"""Finds what a sentence says to be untrue or only checks: denied, called false, labelled as a hoax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.model.graph import EventStatus
from ingest.extraction.events.truth.negation import is_negated
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.sentence import Parse

_STOPS = frozenset({".", ";", ":", "?", "!"})
_LABEL_ENDS = frozenset({"]", ")", ":", "!", "-", "–", "—", "|"})
_BRACKETS = frozenset({"[", "("})
_OPENING = frozenset({"VERB", "AUX"})
_FILLING = frozenset({"DET", "ADJ", "ADV", "NUM", "PART"})
_BEFORE_NOUN = _FILLING | {"PRON", "ADP", "PROPN"}
_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Untruth:
    """Tokens (`start` to `end`, half-open) that are said not to be true, and the status of events in them.

    `speaker` is the head of the party that says so, `cue` the word that says it.
    """

    start: int
    end: int
    status: EventStatus
    cue: int
    speaker: int | None = None


def find_untruths(parse: Parse, before: Parse | None = None) -> tuple[Untruth, ...]:
    """Return what a sentence says to be untrue; the sentence `before` may be only a label for it."""
    labelled = _label(parse) or (_label(before, alone=True) if before is not None else None)
    whole = () if labelled is None else (Untruth(0, len(parse), labelled, -1),)
    if not parse.may_hold("denials", "retractions", "no_truth", "impossible", "reports"):
        return whole
    return (*whole, *_denied(parse), *_opened(parse), *_called_untrue(parse))


def status_in(untruths: tuple[Untruth, ...], index: int) -> EventStatus | None:
    """Return the status of an event in what is said to be untrue; None outside."""
    holding = {item.status for item in untruths if item.start <= index < item.end}
    return next((item for item in (EventStatus.NEGATED, EventStatus.HYPOTHETICAL) if item in holding), None)


def _label(parse: Parse, *, alone: bool = False) -> EventStatus | None:
    """Return the status that a label at the start gives to the rest: "[HOAX] …", "Fact check: …".

    With `alone`, nothing follows the label in its sentence.
    """
    start = int(bool(len(parse)) and parse.words[0] in _BRACKETS)
    for group, status in (
        ("untrue_labels", EventStatus.NEGATED),
        ("check_labels", EventStatus.HYPOTHETICAL),
    ):
        end = start + parse.phrase_at(start, group)
        marked = start < end < len(parse) and parse.words[end] in _LABEL_ENDS
        if marked and (not alone or len(parse) <= end + 2):
            return status
    return None


def _denied(parse: Parse) -> Iterator[Untruth]:
    """Yield what verbs deny: "denied that …", "menepis kabar bahwa …", "withdrew its claim that …"."""
    groups = parse.language.groups
    for index in range(len(parse)):
        if index in parse.name_at:
            continue
        retracts = parse.is_one_of(index, groups["retractions"]) and _opens_report(parse, index + 1)
        length = parse.phrase_at(index, "denials")
        denies = bool(length) and (
            _opens_report(parse, index + length) or _opens_clause(parse, index + length, index)
        )
        if (retracts or denies) and not is_negated(parse, index):
            speaker, _ = subject(parse, index)
            yield Untruth(index + 1, clause_end(parse, index + 1, index), EventStatus.NEGATED, index, speaker)


def _opens_report(parse: Parse, start: int) -> bool:
    """Return whether a word such as "report" begins here, perhaps behind "its" or "false"."""
    index = next((i for i in range(start, len(parse)) if parse.tags[i] not in _BEFORE_NOUN), len(parse))
    return index < len(parse) and _is_report(parse, index)


def _opens_clause(parse: Parse, start: int, cue: int) -> bool:
    """Return whether a clause or a verb begins here."""
    for index in range(start, len(parse)):
        if parse.is_word(index, "complementizers"):
            return True
        if index in parse.name_at:
            break
        if parse.tags[index] in _OPENING:
            return True
        if parse.tags[index] not in _FILLING:
            break
    grammar = parse.language.grammar
    return any(
        item > cue and grammar.plays(parse.labels[item], "clause") and parse.tags[item] in _OPENING
        for item in parse.children[cue]
    )


def _is_report(parse: Parse, index: int) -> bool:
    return index not in parse.name_at and parse.is_one_of(index, parse.language.groups["reports"])


def clause_end(parse: Parse, start: int, cue: int | None = None) -> int:
    """Return the token that ends the clauses beginning at `start`.

    It is a full stop, a contrast, a comma before a verb, or a conjunction before a verb beside `cue`:
    "denied attacking X and blamed Y".
    """
    groups = parse.language.groups
    for index in range(start, len(parse)):
        word = parse.lower[index]
        if word in _STOPS or (
            index > start and (word in groups["contrasts"] or word in groups["separators"])
        ):
            return index
        if word == "," and _begins_clause(parse, index + 1):
            return index
        if cue is not None and parse.is_word(index, "conjunctions") and _is_beside(parse, index, cue):
            return index
    return len(parse)


def _is_beside(parse: Parse, conjunction: int, cue: int) -> bool:
    """Return whether the verb behind a conjunction is coordinated with the verb `cue`."""
    verb = next((i for i in range(conjunction + 1, len(parse)) if parse.tags[i] == "VERB"), None)
    coordinated = verb is not None and parse.language.grammar.plays(parse.labels[verb], "coordination")
    return coordinated and verb is not None and parse.heads[verb] == cue


def _begins_clause(parse: Parse, index: int) -> bool:
    if index >= len(parse):
        return False
    verb = parse.tags[index] in _OPENING and index not in parse.name_at
    joined = parse.is_word(index, "conjunctions") or parse.tags[index] == "CCONJ"
    return verb or joined or parse.is_word(index, "relative_pronouns")


def _opened(parse: Parse) -> Iterator[Untruth]:
    """Yield what is opened as untrue or impossible: "there is no evidence that …", "mustahil Peru …"."""
    for index in range(len(parse)):
        length = parse.phrase_at(index, "no_truth")
        end = index + length
        if length and end < len(parse) and _goes_on(parse, end):
            yield Untruth(end, clause_end(parse, end), EventStatus.NEGATED, index)
        end = index + parse.phrase_at(index, "impossible")
        if index < end < len(parse) and _names_subject(parse, end):
            status = EventStatus.HYPOTHETICAL if is_negated(parse, index) else EventStatus.NEGATED
            yield Untruth(end, clause_end(parse, end), status, index)


def _names_subject(parse: Parse, index: int) -> bool:
    """Return whether a subject can begin here: "mustahil Peru menyerang", not "tidak mungkin menyerang"."""
    named = index in parse.name_at or parse.tags[index] in _SUBJECTS
    return named or not parse.language.grammar.head_first


def _goes_on(parse: Parse, index: int) -> bool:
    clause = _opens_report(parse, index) or _opens_clause(parse, index, index)
    named = parse.language.grammar.head_first and (
        index in parse.name_at or parse.tags[index] in {"NOUN", "PROPN"}
    )
    return clause or named or parse.is_word(index, "prepositions")


def _called_untrue(parse: Parse) -> Iterator[Untruth]:
    """Yield reports that the sentence calls untrue: "reports that … are false", "kabar bohong bahwa …"."""
    for index in range(len(parse)):
        if not _is_report(parse, index):
            continue
        shown = _shown_not(parse, index)
        if shown is not None:
            yield Untruth(shown + 1, clause_end(parse, shown + 1), EventStatus.NEGATED, shown)
            continue
        verdict = _verdict(parse, index)
        if verdict is None:
            continue
        end = verdict if verdict > index + _NEAR else clause_end(parse, index + 1)
        yield Untruth(index + 1, max(end, index + 1), EventStatus.NEGATED, *_caller(parse, index))


def _shown_not(parse: Parse, report: int) -> int | None:
    """Return the negated verb of a report that shows nothing: "the video does not show …", "bukan foto …"."""
    before = report - 1
    if (
        parse.language.grammar.head_first
        and before >= 0
        and parse.phrase_at(before, "negative_subjects") == 1
    ):
        return report
    verb = parse.heads[report]
    shows = verb > report and parse.is_one_of(verb, parse.language.groups["shows"])
    return verb if shows and is_negated(parse, verb) else None


def _caller(parse: Parse, report: int) -> tuple[int, int | None]:
    """Return the verb that a report depends on and its subject: "Macron called the report … a lie"."""
    verb = parse.heads[report]
    if verb >= report or parse.tags[verb] != "VERB":
        return report, None
    return verb, subject(parse, verb)[0]


def _verdict(parse: Parse, report: int) -> int | None:
    """Return the word that calls a report untrue: right beside it, or behind what it says."""
    before = report - 1
    if before >= 0 and parse.phrase_at(before, "untrue") == 1 and not is_negated(parse, before):
        return report
    for index in range(report + 1, len(parse)):
        if parse.lower[index] in _STOPS or parse.lower[index] in parse.language.groups["contrasts"]:
            return None
        if _judges(parse, index):
            return index
    return None


def _judges(parse: Parse, index: int) -> bool:
    if index in parse.name_at:
        return False
    before = next((i for i in range(index - 1, 0, -1) if parse.tags[i] != "ADV"), 0)
    passive = parse.language.grammar.head_first or parse.tags[before] == "AUX"
    denied = bool(parse.phrase_at(index, "denied")) and passive
    return (denied or bool(parse.phrase_at(index, "untrue"))) and not is_negated(parse, index)
