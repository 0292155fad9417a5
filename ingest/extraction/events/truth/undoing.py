"""Decides whether an act was undone: cancelled, foiled, not held, or no longer done."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extraction.events.nominals import outer_noun
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.syntax.sentence import Parse

_FARTHEST_VERB = 14
_PAUSES = frozenset({".", ";", ":", "?", "!", '"', "“", "”"})


def undoing(parse: Parse, trigger: Trigger) -> int | None:
    """Return the word that cancels, prevents or ends the event of a trigger, if there is one.

    Examples: "the visit was cancelled", "called off talks", "kunjungan X batal", "stopped sending aid".
    """
    if trigger.voice.nominal:
        return next((verb for verb in _verbs_of(parse, trigger) if _undoes(parse, trigger, verb)), None)
    above = parse.heads[trigger.head]
    planned = _undone_plan(parse, trigger, above)
    if planned is not None:
        return planned
    if parse.tags[above] == "ADP":  # "stopped short of sending", "kept X from sending"
        is_from = parse.is_word(above, "origin_prepositions")
        above = next((i for i in parse.ancestors(above) if parse.tags[i] == "VERB"), above)
        kept = is_from and _says(parse, above, "keeps")
        return above if above < trigger.head and (kept or _says(parse, above, "ends")) else None
    below = parse.language.grammar.plays(parse.labels[trigger.head], "clause", "object")
    below = below and parse.language.groups["separators"].isdisjoint(parse.lower[above : trigger.head])
    kept = parse.language.grammar.head_first and _says(parse, above, "keeps")
    return above if below and above < trigger.head and (kept or _says(parse, above, "ends")) else None


def _undone_plan(parse: Parse, trigger: Trigger, above: int) -> int | None:
    """Return the verb that undoes a plan for a verb's event, or a verb that opens its sentence like a noun.

    Examples: "thwarted a plot to bomb …", "Mogok pilot dibatalkan".
    """
    if parse.tags[above] == "NOUN" and above < trigger.head:
        verb = parse.heads[above]
        planned = parse.language.grammar.plays(parse.labels[above], "object", "passive_subject")
        return verb if planned and _says(parse, verb, "undoes") else None
    if trigger.start or not parse.language.grammar.head_first:
        return None
    return next((verb for verb in _verb_behind(parse, trigger) if _undoes(parse, trigger, verb)), None)


def is_postponed(parse: Parse, trigger: Trigger) -> bool:
    """Return whether the event of a noun was put off: it is still planned."""
    return trigger.voice.nominal and any(
        _says(parse, verb, "postpones") for verb in _verbs_of(parse, trigger)
    )


def held_by(parse: Parse, trigger: Trigger) -> int | None:
    """Return the verb of an event noun that says that it happens: "the talks did (not) take place"."""
    if not trigger.voice.nominal:
        return None
    return next((verb for verb in _verbs_of(parse, trigger) if _happens(parse, verb)), None)


def _undoes(parse: Parse, trigger: Trigger, verb: int) -> bool:
    """Return whether a verb undoes an event noun: active before it, passive or intransitive behind it."""
    active = parse.language.forms.is_active(parse.lower[verb]) if parse.language.grammar.head_first else False
    subject = parse.language.grammar.plays(parse.labels[outer_noun(parse, trigger.head)], "subject")
    about_itself = subject and not parse.language.grammar.head_first
    return _says(parse, verb, "undoes") and not about_itself and (verb < trigger.start or not active)


def _says(parse: Parse, index: int, group: str) -> bool:
    """Return whether a word, with its particle if it has one, belongs to a group: "cancel", "call off"."""
    words = parse.language.groups[group]
    if index in parse.name_at:
        return False
    behind = parse.lower[index + 1] if index + 1 < len(parse) else ""
    forms = {parse.lower[index], parse.lemmas[index]}
    return not words.isdisjoint(forms | {f"{form} {behind}" for form in forms})


def _happens(parse: Parse, index: int) -> bool:
    return parse.is_one_of(index, parse.language.lexicon.happenings) or _says(parse, index, "held")


def _verbs_of(parse: Parse, trigger: Trigger) -> Iterator[int]:
    """Yield the verb that an event noun is the subject or object of, by the parse."""
    noun = outer_noun(parse, trigger.head)
    grammar = parse.language.grammar
    if grammar.plays(parse.labels[noun], "object", "passive_subject", "subject"):
        yield parse.heads[noun]
    yield from _verb_behind(parse, trigger)
    yield from (item for item in parse.children[noun] if item > trigger.head and _is_predicate(parse, item))


def _is_predicate(parse: Parse, index: int) -> bool:
    return parse.language.grammar.head_first and parse.tags[index] in {"ADJ", "VERB"}


def _verb_behind(parse: Parse, trigger: Trigger) -> Iterator[int]:
    """Yield the first verb behind an event noun and what depends on it, by position.

    Verbs of a relative clause are left out: "pertemuan yang dijadwalkan pada Senin batal".
    """
    if not parse.language.grammar.head_first:
        return
    relative = False
    for index in range(trigger.end, min(len(parse), trigger.end + _FARTHEST_VERB)):
        word = parse.lower[index]
        if word in _PAUSES or word in parse.language.groups["separators"]:
            return
        relative = relative or parse.is_word(index, "relative_pronouns")
        if index in parse.name_at or (parse.tags[index] != "VERB" and not _says(parse, index, "undoes")):
            continue
        yield index
        if not (relative or word in parse.language.groups["succeeds"]):
            return
        relative = False
