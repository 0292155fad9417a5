"""Determines the status of an event: negation, plans, conditions, and acts inside other acts.

The evidence is the words around the trigger and the morphology of verbs: word lists may contain a
morphological feature ("Tense=Fut").
"""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.graph import EventStatus
from ingest.extraction.events.nominals import light_verb
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.events.truth.joined_acts import is_done_anyway
from ingest.extraction.events.truth.negation import beside, forms_of, is_negated, is_told_as_true
from ingest.extraction.events.truth.undoing import held_by, is_postponed, undoing
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.joined_verbs import contrasts, verb_beside
from ingest.extraction.syntax.phrases import child
from ingest.extraction.syntax.sentence import Parse

_REACH = 4
_CLAUSES_UP = 3
_BETWEEN = frozenset({"VERB", "PUNCT", "ADP"})
_INFINITIVE = "TO"


def find_status(parse: Parse, trigger: Trigger) -> EventStatus:
    """Return the status of a trigger's event; negation outranks conditions, conditions outrank plans."""
    groups = parse.language.groups
    own = slice(trigger.start, trigger.end)
    words = set(_words_that_bear_on(parse, trigger)).difference(parse.lower[own], parse.lemmas[own])
    negated = words & groups["negation"] and not words & groups["cancels"]
    undone = EventStatus.NEGATED if words & groups["undoes"] else _undone(parse, trigger)
    if undone is not None or negated or _has_negative_subject(parse, trigger) or _takes_none(parse, trigger):
        return undone or EventStatus.NEGATED
    if words & groups["hypothetical"] or _is_only_hoped(parse, trigger.head) or _is_purpose(parse, trigger):
        return EventStatus.HYPOTHETICAL
    planned = bool(words & groups["planned"]) and not words & groups["past"]
    planned = planned or _is_announced(parse, trigger) or is_postponed(parse, trigger)
    return EventStatus.PLANNED if planned else EventStatus.ACTUAL


def _is_announced(parse: Parse, trigger: Trigger) -> bool:
    """Return whether a headline says with an infinitive what will be done: "X to visit Y"."""
    carrier = light_verb(parse, trigger) if trigger.voice.nominal else None
    index = trigger.head if carrier is None else carrier.index
    above = parse.heads[index]
    if not any(parse.details[item] == _INFINITIVE for item in parse.children[index]):
        return False
    if above == index:
        return child(parse, index, "subject", "passive_subject") in range(index)
    return above < index and parse.heads[above] == above and parse.tags.count("VERB") == 1


def _is_purpose(parse: Parse, trigger: Trigger) -> bool:
    """Return whether something is only needed or got for an act: "to attack X, Y needs tanks".

    Also behind what is got: "bought tanks to attack X", not "used tanks to attack X".
    """
    index, groups = trigger.head, parse.language.groups
    above = next(
        (item for item in parse.ancestors(index) if item > index or parse.tags[item] == "VERB"), index
    )
    opened = any(parse.lower[item] in groups["aiming"] for item in parse.children[index] if item < index)
    if trigger.voice.nominal or above == index or not opened:
        return False
    if parse.is_one_of(above, groups["provides"]):
        return True
    needed = parse.is_one_of(above, groups["needs"])
    return above > index and (needed or bool({*beside(parse, above)} & groups["hypothetical"]))


def _is_only_hoped(parse: Parse, index: int) -> bool:
    """Return whether another only hopes, expects or doubts that it will happen.

    Example: "Peru had hoped that Chile would sign", not "Peru hopes to sign".
    """
    grammar, hopes = parse.language.grammar, parse.language.groups["hopes"]
    for above in parse.ancestors(index):
        label = parse.labels[index]
        clause = grammar.plays(label, "clause") and not grammar.plays(label, "adverbial")
        another = clause and above < index and child(parse, index, "subject") is not None
        if another and parse.is_one_of(above, hopes):
            return True
        if not clause and not grammar.plays(label, "coordination"):
            return False
        index = above
    return False


def _undone(parse: Parse, trigger: Trigger) -> EventStatus | None:
    """Return the status of an event that was undone or not held; None if it was neither."""
    verb = undoing(parse, trigger)
    if verb is not None and not is_negated(parse, verb):
        return EventStatus.NEGATED if is_told_as_true(parse, verb) else EventStatus.HYPOTHETICAL
    held = held_by(parse, trigger)
    return EventStatus.NEGATED if held is not None and is_negated(parse, held) else None


def _has_negative_subject(parse: Parse, trigger: Trigger) -> bool:
    """Return whether nobody did it, or another: "no jet attacked", "bukan Peru yang menyerang".

    A word such as "bukan" denies the subject only before a relative pronoun.
    """
    head, _ = (None, False) if trigger.voice.nominal else subject(parse, trigger.head)
    if head is None or head >= trigger.start:
        return False
    name = parse.name_at.get(head)
    first = head if name is None else name.start
    cleft = trigger.start > 0 and parse.is_word(trigger.start - 1, "relative_pronouns")
    for start in range(max(0, first - _REACH), first + 1):
        length = parse.phrase_at(start, "negative_subjects")
        inside = start == head or parse.heads[start] == head
        plain = length > 1 or (inside and not parse.language.grammar.head_first)
        if length and (cleft or plain):
            return all(
                parse.tags[i] not in _BETWEEN and parse.lower[i] not in parse.language.groups["contrasts"]
                for i in range(start + length, first)
            )
    return False


def _takes_none(parse: Parse, trigger: Trigger) -> bool:
    """Return whether nobody and nothing is acted on: "expelled no envoys", "killed nobody"."""
    acted_on = None if trigger.voice.nominal else child(parse, trigger.head, "object")
    if acted_on is None or parse.language.grammar.head_first:
        return False
    beside = (item for item in parse.children[acted_on] if item < acted_on)
    return any(parse.phrase_at(item, "negative_subjects") == 1 for item in (acted_on, *beside))


def _words_that_bear_on(parse: Parse, trigger: Trigger) -> Iterator[str]:
    yield from beside(parse, trigger.head)
    carrier = light_verb(parse, trigger) if trigger.voice.nominal else None
    if carrier is not None:
        yield from beside(parse, carrier.index)
        yield from _governors(parse, carrier.index)
    else:
        yield from _governors(parse, trigger.head)


def _governors(parse: Parse, index: int) -> Iterator[str]:
    """Yield the words around the verbs above this one, if these express a plan or wish or are coordinated."""
    grammar, groups = parse.language.grammar, parse.language.groups
    for item in range(max(0, index - 3), index):
        yield from groups["undoes"].intersection((parse.lower[item], parse.lemmas[item]))
    for _ in range(_CLAUSES_UP):
        label, above = parse.labels[index], parse.heads[index]
        if above == index or any(contrasts(parse, above, index)):
            return
        opens = not groups["opens_plan"].isdisjoint(forms_of(parse, above))
        if opens and above < index and grammar.plays(label, "clause", "object", "coordination"):
            yield from forms_of(parse, above)
            yield from beside(parse, above)
        elif child(parse, index, "subject") is not None:
            return
        elif grammar.plays(label, "coordination") and parse.tags[above] == "VERB":
            if is_done_anyway(parse, above, index):
                return
            yield from (word for word in beside(parse, above) if word not in groups["negation"])
        else:
            return
        index = above


def is_part_of(parse: Parse, inner: Trigger, outer: Trigger) -> bool:
    """Return whether `inner` is what `outer` demands, promises, threatens or refuses.

    The nearest word between them that opens a clause decides; without such a word, the parse decides.
    """
    if not outer.sense.takes or inner.start <= outer.start or _describes_subject(parse, inner, outer):
        return False
    if inner.start == outer.end:
        return True
    groups = parse.language.groups
    for index in range(inner.start - 1, outer.end - 1, -1):
        word = parse.lower[index]
        if word in groups["separators"] or _is_relative(parse, index) or word in {".", ";"}:
            return False
        if word in groups["purposes"]:
            return True
    return parse.is_below(inner.head, outer.head) and not _has_own_subject(parse, inner.head, outer.head)


def _has_own_subject(parse: Parse, inner: int, outer: int) -> bool:
    """Return whether a word belongs to a clause beside `outer` with another subject."""
    joined = verb_beside(parse, inner, outer)
    return joined is not None and child(parse, joined, "subject", "passive_subject") is not None


def _is_relative(parse: Parse, index: int) -> bool:
    """Return whether a word is a relative pronoun. "Demands that Mali leave" has none."""
    opens = parse.tags[index] == "SCONJ" and parse.is_word(index, "complementizers")
    return parse.is_word(index, "relative_pronouns") and not opens


def _describes_subject(parse: Parse, inner: Trigger, outer: Trigger) -> bool:
    """Return whether `outer` describes the subject of `inner`: "X, which denied …, attacked"."""
    noun = parse.heads[outer.head]
    relative = parse.language.grammar.plays(parse.labels[outer.head], "relative")
    return relative and parse.heads[noun] == inner.head and noun < outer.head
