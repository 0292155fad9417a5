"""Finds the words that report speech, what they report, and where the sentence names the speaker."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.model.graph import EntityKind
from ingest.extraction.events.closing_speakers import closing_speaker
from ingest.extraction.events.confirmations import confirming
from ingest.extraction.events.sources import labelling, named_source
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.phrases import child, noun_after, obliques
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.syntax.word_order import subject_before

_QUOTATION = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
_FARTHEST_QUOTED = 12
_MARKS = _QUOTATION | {","}
_REPORTED = frozenset({"ccomp", "parataxis"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})
_PARTICIPLE = frozenset({"Aspect=Prog", "VerbForm=Ger"})

Range = tuple[int, int]
"""Tokens from the first to before the second."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech, the reported tokens, and the head of the speaker.

    The head is None if the word refers to the last speaker: "katanya", or a quotation without a speaker.
    """

    index: int
    head: int | None
    ranges: tuple[Range, ...]
    behind: bool = False
    """Whether what is reported stands before the word."""


def find_cue(parse: Parse, index: int) -> Cue | None:
    """Return the cue at a word; None if it does not report speech or nobody can be found who speaks."""
    groups = parse.language.groups
    says = parse.is_one_of(index, groups["before"])
    if parse.is_one_of(index, groups["after"]):
        cue = _said_behind(parse, index, only_behind=says)
        if cue is not None:
            return cue
    confirmer = confirming(parse, index)
    if confirmer is not None:
        return Cue(index, confirmer, ((0, index),), behind=True)
    if says or parse.is_one_of(index, groups["comments"]):
        return _said(parse, index, comments=not says)
    if parse.lower[index] == ":":
        return _of(index, labelling(parse, index), ((index + 1, len(parse)),))
    return _according(parse, index)


def _of(index: int, head: int | None, ranges: tuple[Range, ...], *, behind: bool = False) -> Cue | None:
    return None if head is None else Cue(index, head, ranges, behind)


def _said_behind(parse: Parse, index: int, *, only_behind: bool) -> Cue | None:
    """Return the cue of a word whose speaker follows: "…", kata X. "Katanya" refers to the last speaker."""
    at_mark = index > 0 and parse.lower[index - 1] in _MARKS
    if not at_mark and (only_behind or parse.tags[index] == "ADJ"):
        return None
    ranges = _both_sides(parse, index, index)
    possessed = any(parse.lower[index].endswith(ending) for ending in parse.language.possessive_endings)
    if possessed and parse.language.grammar.head_first:
        return Cue(index, None, ranges, behind=True)
    return _of(index, _speaker_beside(parse, index), ranges, behind=True)


def _said(parse: Parse, index: int, *, comments: bool) -> Cue | None:
    """Return the cue of a verb such as "said", with what stands behind it, or before it ("…, Macron said").

    Verbs that comment ("lamented") report only what stands before them.
    """
    if comments and _takes_act(parse, index):
        return None
    closing = None if comments else closing_speaker(parse, index)
    if closing is not None:
        return Cue(index, closing[0], ((0, closing[1]),), behind=True)
    ranges = _around(parse, index)
    behind = ranges[0][0] == 0
    if comments and not behind:
        return None
    return _of(index, _speaker_of_verb(parse, index, behind=behind), ranges, behind=behind)


def _takes_act(parse: Parse, index: int) -> bool:
    """Return whether a verb is about an act, not about words: "will continue to fight", "may continue"."""
    return any(parse.labels[item] == "xcomp" or parse.details[item] == "MD" for item in parse.children[index])


def _speaker_of_verb(parse: Parse, index: int, *, behind: bool) -> int | None:
    if parse.language.grammar.head_first:
        head, _ = subject(parse, index)
        return subject_before(parse, index) if head is None else head
    agent = _agent(parse, index)
    if agent is not None or child(parse, index, "passive_subject") is not None:
        return agent
    if behind and index and parse.lower[index - 1] in _MARKS and noun_after(parse, index) is not None:
        return noun_after(parse, index)
    close = _noun_right_before(parse, index)
    mark = _mark_before(parse, index)
    if behind and close is not None and mark is not None and _is_closed(parse, index):
        return close if _has_no_subject_between(parse, index, mark) else subject(parse, index)[0]
    head, inherited = subject(parse, index)
    return close if close is not None and (inherited or head is None) else head


def _agent(parse: Parse, index: int) -> int | None:
    """Return the head of the agent of a passive: "were told by their captors"."""
    by = parse.language.grammar.words["agent_prepositions"]
    return next((head for word, head in obliques(parse, index) if word in by), None)


def _noun_right_before(parse: Parse, index: int) -> int | None:
    """Return the noun or name that ends right before a verb; a participle ("adding") has no subject."""
    before = index - 1
    if not _PARTICIPLE.isdisjoint(parse.features[index]):
        return None
    name = parse.name_at.get(before)
    if name is not None:
        return name.end - 1
    apposed = parse.name_at.get(before - 1) if parse.lower[before : before + 1] == (",",) else None
    if apposed is not None and apposed.kind is EntityKind.PERSON:
        return apposed.end - 1  # "the director, Ana Ruiz, said"
    return before if before >= 0 and parse.tags[before] in _NOMINAL else None


def _is_closed(parse: Parse, index: int) -> bool:
    """Return whether a comma soon closes an insertion: "X, Khamenei wrote on Monday, has …"."""
    closing = _mark_behind(parse, index)
    return closing < len(parse) and not any(tag in _VERBAL for tag in parse.tags[index + 1 : closing])


def _has_no_subject_between(parse: Parse, index: int, mark: int) -> bool:
    """Return whether the subject that the parse gives a verb stands before the mark that opens its clause."""
    head, _ = subject(parse, index)
    return head is None or head < mark


def _mark_before(parse: Parse, index: int) -> int | None:
    """Return the last mark or verb before a word; "based" of "a US-based group said" is neither."""
    before = range(index - 1, -1, -1)
    return next((i for i in before if parse.lower[i] in _MARKS or _is_clausal(parse, i)), None)


def _is_clausal(parse: Parse, index: int) -> bool:
    describes = parse.heads[index] > index and parse.language.grammar.plays(parse.labels[index], "narrowing")
    return parse.tags[index] == "VERB" and not describes


def _mark_behind(parse: Parse, index: int) -> int:
    """Return the next comma or quotation mark behind a word; the end of the sentence if there is none."""
    return next((i for i in range(index + 1, len(parse)) if parse.lower[i] in _MARKS), len(parse))


def _around(parse: Parse, index: int) -> tuple[Range, ...]:
    behind = (index + 1, _end_of_object(parse, index))
    mark = _mark_before(parse, index)
    if mark is None or parse.tags[mark] == "VERB" or not _reports_before(parse, index, mark):
        return (behind,)
    if any(parse.labels[item] in _REPORTED for item in parse.children[index] if item > index):
        return (behind,)
    return _both_sides(parse, index, mark)


def _end_of_object(parse: Parse, index: int) -> int:
    """Return where the words behind a verb end that report nothing but the object of the verb.

    In "X announced a boycott, angering Y", Y's anger is no longer in the words of X.
    """
    clause = any(parse.labels[item] in _REPORTED for item in parse.children[index])
    named = child(parse, index, "object")
    if clause or named is None or named < index or parse.language.grammar.head_first:
        return len(parse)
    participles = (i for i in range(named, len(parse) - 1) if parse.lower[i] == ",")
    return next((i for i in participles if "VerbForm=Part" in parse.features[i + 1]), len(parse))


def _both_sides(parse: Parse, index: int, mark: int) -> tuple[Range, ...]:
    """Return what stands before a cue, and the rest behind it: "…," said Macron, "…"."""
    opened = next((i for i in range(index + 1, len(parse)) if parse.lower[i] in _QUOTATION), len(parse))
    if opened < len(parse) - 1:
        return ((0, mark), (opened, len(parse)))
    resumed = _resumed(parse, index, mark)
    return ((0, mark), (resumed, len(parse))) if resumed is not None else ((0, mark),)


def _resumed(parse: Parse, index: int, mark: int) -> int | None:
    """Return where a clause goes on behind an insertion: "Mali, Kenya's envoy said, has attacked …"."""
    started = any(tag in _VERBAL for tag in parse.tags[:mark])
    if started or not _is_closed(parse, index):
        return None
    return _mark_behind(parse, index) + 1


def _reports_before(parse: Parse, index: int, mark: int) -> bool:
    """Return whether the words up to a comma or quotation mark are what the verb at `index` reports."""
    quoted = parse.lower[mark] in _QUOTATION and any(word in _QUOTATION for word in parse.lower[:mark])
    below = (item for item in parse.children[index] if item < mark)
    hung = parse.labels[index] in _REPORTED and parse.heads[index] < mark
    if quoted or hung or any(parse.labels[item] in _REPORTED for item in below):
        return True
    return _says_nothing_behind(parse, index, mark)


def _says_nothing_behind(parse: Parse, index: int, mark: int) -> bool:
    """Return whether a clause stands before a verb of speech and none behind it, up to the next comma."""
    closing = _mark_behind(parse, index)
    behind = range(index + 1, closing)
    opens = any(parse.tags[i] in _VERBAL or parse.is_word(i, "complementizers") for i in behind)
    started = any(tag in _VERBAL for tag in parse.tags[:mark])
    insertion = parse.lower[mark] == "," and closing < len(parse)
    participle = not _PARTICIPLE.isdisjoint(parse.features[index])
    free = not (opens or participle or parse.language.grammar.head_first)
    return free and (started or insertion)


def _according(parse: Parse, index: int) -> Cue | None:
    """Return the cue of a phrase that names a source: "menurut X", "dikutip dari X", "as X put it"."""
    quoting = parse.is_one_of(index, parse.language.groups["quoted"])
    saying = _quoted_as_saying(parse, index) if quoting else None
    return saying or _of(index, named_source(parse, index), ((0, len(parse)),))


def _quoted_as_saying(parse: Parse, index: int) -> Cue | None:
    """Return the cue of "AFP quoted a diplomat as saying …", where the diplomat speaks, not AFP."""
    head = child(parse, index, "object", "passive_subject")
    likened = parse.language.groups["likened"]
    behind = range(index + 1, min(len(parse) - 1, index + _FARTHEST_QUOTED))
    saying = next((i + 1 for i in behind if parse.lower[i] in likened and parse.tags[i + 1] == "VERB"), None)
    if saying is None:
        return None
    mark = _mark_before(parse, index)
    closed = mark is not None and parse.tags[mark] != "VERB" and "VERB" in parse.tags[:mark]
    return _of(index, head, ((0, mark),) if closed and mark else ((saying + 1, len(parse)),), behind=closed)


def _speaker_beside(parse: Parse, index: int) -> int | None:
    head = noun_after(parse, index)
    if head is not None or parse.language.grammar.head_first:
        return head
    return subject(parse, index)[0]
