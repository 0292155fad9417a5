"""Mends parses in which the subject of a joined clause became an object of the clause before.

In "Peru attacked Chile and Brazil condemned Peru", a parse often reads "Chile and Brazil" as one phrase and
the second clause as part of the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extraction.syntax.sentence import Parse

_FARTHEST = 12
_LONGEST_SUBJECT = 6
_SKIPPED = frozenset({"AUX", "ADV", "PART"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONTROLLING = ("before", "after", "object_control", "opens_plan")
_SUBJECT, _OBJECT, _JOINED = "nsubj", "obj", "conj"
"""Labels that all languages share."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A joined clause: its verb and the head of its subject, the conjunction, and the verb before it."""

    verb: int
    subject: int
    joint: int
    before: int


def with_joined_clauses(parse: Parse) -> Parse:
    """Return the parse with each joined clause beside the clause before it, under its own subject."""
    heads, labels = list(parse.heads), list(parse.labels)
    for clause in _clauses(parse):
        if clause.verb in _above(heads, clause.before):
            top = heads[clause.verb]
            heads[clause.before] = clause.before if top == clause.verb else top
            labels[clause.before] = labels[clause.verb]
        for index in range(clause.before + 1, clause.joint):
            if heads[index] >= clause.joint:
                heads[index] = clause.before
                labels[index] = _OBJECT if index in parse.name_at else labels[index]
        heads[clause.verb], labels[clause.verb] = clause.before, _JOINED
        heads[clause.subject], labels[clause.subject] = clause.verb, _SUBJECT
        heads[clause.joint] = clause.before
    mended = heads != list(parse.heads) or labels != list(parse.labels)
    return replace(parse, heads=tuple(heads), labels=tuple(labels)) if mended else parse


def _above(heads: list[int], index: int) -> Iterator[int]:
    while heads[index] != index:
        index = heads[index]
        yield index


def _clauses(parse: Parse) -> Iterator[_Clause]:
    """Yield the clauses that a conjunction, with or without a comma, joins to "verb object"."""
    for joint in range(2, len(parse) - 2):
        end = joint - (parse.lower[joint - 1] == ",")
        if not parse.is_word(joint, "conjunctions") or end - 1 not in parse.name_at:
            continue
        subject, verb = _subject_and_verb(parse, joint + 1)
        before = _object_verb(parse, end) if verb is not None else None
        if verb is not None and before is not None:
            yield _Clause(verb, subject, joint, before)


def _subject_and_verb(parse: Parse, start: int) -> tuple[int, int | None]:
    """Return the head of the phrase that begins at `start`, and the verb of its own that follows, if any."""
    end = start
    while end < min(len(parse), start + _LONGEST_SUBJECT) and _is_nominal(parse, end):
        end += 1
    verb = end
    while verb < len(parse) and parse.tags[verb] in _SKIPPED and verb not in parse.name_at:
        verb += 1
    acts = verb < len(parse) and parse.tags[verb] == "VERB" and verb not in parse.name_at
    subject = _head_of(parse, start, end) if acts and end > start and _is_finite(parse, verb) else None
    return (start, None) if subject is None else (subject, verb)


def _is_nominal(parse: Parse, index: int) -> bool:
    free = parse.tags[index] in _NOMINAL and not parse.is_word(index, "prepositions")
    return index in parse.name_at or (free and not parse.is_word(index, "conjunctions"))


def _head_of(parse: Parse, start: int, end: int) -> int | None:
    """Return the head of a phrase if it is a name, an office or a group of people."""
    if not parse.language.grammar.head_first:
        name = parse.name_at.get(end - 1)
        return end - 1 if name is not None or _is_of_people(parse, end - 1) else None
    nouns = (index for index in range(start, end) if parse.tags[index] in {"NOUN", "PROPN"})
    head = next((index for index in nouns if index in parse.name_at or _is_of_people(parse, index)), None)
    between = range(start, start if head is None else head)
    return None if any(parse.tags[index] in {"NOUN", "PROPN"} for index in between) else head


def _is_of_people(parse: Parse, index: int) -> bool:
    people = parse.language.people
    words = (*parse.language.forms.keys(parse.lower[index]), parse.lemmas[index])
    return any(word in people.collectives or word in people.offices for word in words)


def _is_finite(parse: Parse, verb: int) -> bool:
    """Return whether a verb can begin a main clause: finite or, in languages without tense, not passive."""
    if parse.language.grammar.head_first:
        return not parse.language.forms.is_passive(parse.lower[verb])
    helped = any(parse.tags[item] == "AUX" and item < verb for item in parse.children[verb])
    return helped or parse.details[verb] in _FINITE


def _object_verb(parse: Parse, joint: int) -> int | None:
    """Return the verb of an act whose object ends right before the token `joint`."""
    for index in range(joint - 1, max(-1, joint - _FARTHEST), -1):
        if index in parse.name_at:
            continue
        if parse.is_word(index, "between"):
            return None
        if parse.tags[index] == "VERB":
            return index if _acts(parse, index) and index < joint - 1 else None
        if parse.lower[index] in {",", ";", ":", "."} or parse.is_word(index, "conjunctions"):
            return None
        if parse.is_word(index, "relative_pronouns") or parse.tags[index] == "SCONJ":
            return None
    return None


def _acts(parse: Parse, verb: int) -> bool:
    """Return whether a verb is that of an act in a main clause, whose complement is no clause of its own."""
    language = parse.language
    relative = language.grammar.plays(parse.labels[verb], "relative")
    if relative or parse.is_word(verb - 1, "relative_pronouns") or not _is_finite(parse, verb):
        return False
    groups = _CONTROLLING if language.grammar.head_first else _CONTROLLING[:2]
    clausal = any(parse.is_one_of(verb, language.groups[group]) for group in groups)
    keys = (parse.lemmas[verb],) if language.forms.by_lemma else language.forms.keys(parse.lower[verb])
    return not clausal and any(key in language.lexicon.entries for key in keys)
