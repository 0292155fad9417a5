"""Finds figures of speech: "price war", "bombarded with questions", "attacked the policy"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extraction.events.triggers import Trigger
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.phrases import child, is_event_noun, oblique_of, obliques
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.vocabulary.morphology import Voice

_BESIDE = 2
_TAKEN = frozenset({"arrest", "seize"})
"""Modes of acts by which something is held or taken."""


def is_figurative(parse: Parse, trigger: Trigger) -> bool:
    """Return whether the words around a trigger, or what is acted on or with, make it a figure of speech."""
    return _is_set_phrase(parse, trigger) or _is_of_the_mind(parse, trigger) or _is_of_words(parse, trigger)


def _is_set_phrase(parse: Parse, trigger: Trigger) -> bool:
    """Return whether the words around a trigger are a figure: "price war", "perang mulut"."""
    first, last = max(0, trigger.start - _BESIDE), min(len(parse), trigger.end)
    return any(
        index + parse.phrase_at(index, "figures") > trigger.start
        for index in range(first, last)
        if parse.phrase_at(index, "figures")
    )


def _is_of_the_mind(parse: Parse, trigger: Trigger) -> bool:
    """Return whether nothing that force can reach is acted on: a policy, a relation, a chance."""
    sense, groups = trigger.sense, parse.language.groups
    if sense.event_type == "ASSAULT":
        unreachable = groups["intangible"] | groups["chances"]
    elif sense.mode in _TAKEN:
        unreachable = groups["chances"]
    else:
        return False
    return any(
        head not in parse.name_at and parse.is_one_of(head, unreachable) for head in _acted_on(parse, trigger)
    )


def _acted_on(parse: Parse, trigger: Trigger) -> Iterator[int]:
    """Yield the heads of what a verb or an event noun acts on."""
    noun = trigger.head
    if not trigger.voice.nominal:
        acted_on = _subject_or_object(parse, trigger)
        if acted_on is None:
            return
        yield acted_on
        noun = acted_on if is_event_noun(parse, acted_on) else noun  # "launched an attack on …"
    slots = trigger.sense.recipient
    yield from (head for word, head in obliques(parse, noun) if word in slots and head > noun)


def _subject_or_object(parse: Parse, trigger: Trigger) -> int | None:
    if trigger.voice is Voice.PASSIVE:
        return subject(parse, trigger.head)[0]
    return child(parse, trigger.head, "object", "passive_subject")


def _is_of_words(parse: Parse, trigger: Trigger) -> bool:
    """Return whether only words hit someone: "bombarded with questions", "dihujani dengan kritik"."""
    if trigger.sense.event_type != "ASSAULT":
        return False
    means = oblique_of(parse, trigger.head, "joint_prepositions")
    if means is None or means < trigger.head or means in parse.name_at:
        return False
    return parse.is_one_of(means, parse.language.groups["words_thrown"])
