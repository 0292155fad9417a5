"""Finds triggers by looking words up in the lexicon and checking the words around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.model.graph import EntityKind
from cypher.model.ontology import is_mediated
from ingest.extraction.syntax.phrases import child
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.syntax.split_quotations import speech_behind
from ingest.extraction.vocabulary.lexicon import Entry, Sense
from ingest.extraction.vocabulary.morphology import Voice

_BEHIND = 7
_BEFORE = 7
_FARTHEST_PARTICLE = 4
_OF_TIME = frozenset({"ADV", "ADJ", "NOUN", "PROPN", "NUM", "DET"})
_ORGANISED = frozenset({EntityKind.ORGANISATION, EntityKind.ARMED_GROUP, EntityKind.GOVERNMENT_BODY})
_VERBAL = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FOLLOWING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADP", "ADV"})
_OPENING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "CCONJ", "PUNCT"})
"""Words that may stand before the name in a headline: "Presiden Iran …", "Kemlu dan DPR Iran …"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase (`start` to `end`) that expresses an event; the parties depend on its `head`."""

    start: int
    end: int
    sense: Sense
    voice: Voice
    head: int


def find_triggers(parse: Parse) -> Iterator[Trigger]:
    """Yield the triggers of a sentence from left to right; they do not overlap and lie outside names."""
    index = 0
    while index < len(parse):
        trigger = None if _is_in_name(parse, index) else _trigger_at(parse, index)
        if trigger is not None and _only_describes(parse, index) and not _is_mediated(trigger):
            trigger = None
        if trigger is not None:
            yield trigger
        index = trigger.end if trigger else index + 1


def _is_mediated(trigger: Trigger) -> bool:
    """Return whether a participle names a mediator: "Qatari-mediated"."""
    return is_mediated(trigger.sense.event_type, trigger.sense.mode)


def _is_in_name(parse: Parse, index: int) -> bool:
    """Return whether a word is part of a recognised name, or of words written like a name.

    Example: "Organisasi Pembebasan …".
    """
    if index in parse.name_at:
        return True
    if index == 0 or not parse.words[index][:1].isupper():
        return False
    if parse.is_headline:
        return _ends_name(parse, index)
    beside = parse.words[index - 1 : index] + parse.words[index + 1 : index + 2]
    return any(word[:1].isupper() for word in beside)


def _ends_name(parse: Parse, index: int) -> bool:
    """Return whether a word says what the organisation before it is for: "Tentara untuk Pembebasan X"."""
    before = parse.name_at.get(index - 2)
    purpose = parse.lower[index - 1] in parse.language.grammar.words["name_purposes"]
    return purpose and before is not None and before.kind in _ORGANISED


def _only_describes(parse: Parse, index: int) -> bool:
    """Return whether a word is a participle that describes a name: "Saudi-led", "Ethiopian-backed"."""
    participle = parse.language.grammar.plays(parse.details[index], "past_participle")
    return participle and index > 1 and parse.words[index - 1] == "-" and index - 2 in parse.name_at


def _trigger_at(parse: Parse, index: int) -> Trigger | None:
    for key in _keys(parse, index):
        for entry in parse.language.lexicon.entries.get(key, ()):
            end = index + 1 + len(entry.rest)
            if end > len(parse) or not _continues(parse, index + 1, entry.rest):
                if not _is_parted(parse, index, entry):
                    continue
                end = index + 1
            head = _head(parse, index, end)
            if _fits(parse, index, end, head, entry):
                return Trigger(index, end, entry.sense, _voice(parse, head, entry.voice), head)
    return None


def _is_parted(parse: Parse, verb: int, entry: Entry) -> bool:
    """Return whether other words stand between a verb and its particle or preposition.

    Examples: "pulled its troops out", "called last month for". A preposition behind the object is another
    complement.
    """
    if len(entry.rest) != 1 or entry.voice is not Voice.PARSED or not parse.language.forms.by_lemma:
        return False
    grammar, particle = parse.language.grammar, entry.rest[0]
    own = (item for item in parse.children[verb] if item > verb and parse.lower[item] == particle)
    bare = child(parse, verb, "object", "passive_subject") is None
    parted = any(
        grammar.plays(parse.labels[item], "particle")
        or (bare and grammar.plays(parse.labels[item], "preposition") and item - verb <= _FARTHEST_PARTICLE)
        for item in own
    )
    return parted or _follows_time(parse, verb, particle)


def _follows_time(parse: Parse, verb: int, word: str) -> bool:
    """Return whether only a time or adverbs stand between a verb and a word: "called last month for"."""
    end = next(
        (i for i in range(verb + 2, verb + 2 + _FARTHEST_PARTICLE) if parse.lower[i : i + 1] == (word,)), 0
    )
    between = range(verb + 1, end)
    adverbs = all(parse.tags[index] == "ADV" for index in between)
    timed = any(parse.is_time(index) for index in between) and all(
        parse.tags[index] in _OF_TIME and index not in parse.name_at for index in between
    )
    return end > 0 and (adverbs or timed)


def _continues(parse: Parse, start: int, rest: tuple[str, ...]) -> bool:
    if not parse.language.forms.by_lemma:
        return parse.lower[start : start + len(rest)] == rest
    return all(word in (parse.lower[start + n], parse.lemmas[start + n]) for n, word in enumerate(rest))


def _head(parse: Parse, start: int, end: int) -> int:
    """Return the head of a trigger: its first word in head-first languages, else the word the others depend
    on.

    For an auxiliary ("must", "will not") it is the main verb, because the parties depend on it.
    """
    grammar = parse.language.grammar
    if grammar.head_first:
        return parse.heads[start] if grammar.plays(parse.labels[start], "auxiliary") else start
    head = next((index for index in range(start, end) if not start <= parse.heads[index] < end), start)
    return parse.heads[head] if grammar.plays(parse.labels[head], "auxiliary") else head


def _keys(parse: Parse, index: int) -> tuple[str, ...]:
    if parse.language.forms.by_lemma:
        return tuple(dict.fromkeys((parse.lemmas[index], parse.lower[index])))
    return parse.language.forms.keys(parse.lower[index])


def _fits(parse: Parse, start: int, end: int, head: int, entry: Entry) -> bool:
    if not _has_right_tag(parse, head, entry.voice):
        return False
    sense = entry.sense
    if sense.topics and any(
        not _is_elsewhere(parse, head, word) for word in sense.topics.intersection(parse.lower)
    ):
        return False
    if not sense.required and not sense.forbidden:
        return True
    behind = _text(parse, end, speech_behind(parse, end, end + _BEHIND))
    around = _text(parse, start - _BEFORE, start) + behind
    if any(f" {word} " in around and not _is_elsewhere(parse, head, word) for word in sense.forbidden):
        return False
    if not sense.required:
        return True
    if sense.anywhere:
        near = _text(parse, 0, start) + _text(parse, end, len(parse))
    elif entry.voice in (Voice.PASSIVE, Voice.ACTIVE) or is_passive(parse, head):
        near = around
    else:
        near = behind
    return any(f" {word} " in near for word in sense.required)


def _is_elsewhere(parse: Parse, head: int, word: str) -> bool:
    """Return whether a disaster only strikes in another clause than an act: "X attacked Y as a storm hit Z".

    The act has a named doer of its own.
    """
    forces = parse.language.groups["forces_of_nature"]
    struck = [i for i in range(len(parse)) if parse.is_one_of(i, {word}) and parse.is_one_of(i, forces)]
    doer = child(parse, head, "subject", "agent")
    if not struck or doer is None or doer not in parse.name_at:
        return False
    return all(_are_apart(parse, *sorted((head, index))) for index in struck)


def _are_apart(parse: Parse, first: int, second: int) -> bool:
    """Return whether two words stand in clauses about what happened at the same time: "while", "saat"."""
    meanwhile, between = parse.language.groups["meanwhile"], parse.lower[first:second]
    opened = not meanwhile.isdisjoint(parse.lower[:first])
    return not meanwhile.isdisjoint(between) or (opened and "," in between)


def _text(parse: Parse, start: int, end: int) -> str:
    forms = parse.language.forms
    start = max(0, start)
    if forms.by_lemma:
        sources = parse.language.groups["according"]  # "according" has nothing to do with an accord
        pairs = zip(parse.lower[start:end], parse.lemmas[start:end], strict=True)
        lemmas = " ".join(word if word in sources else lemma for word, lemma in pairs)
        return f" {' '.join(parse.lower[start:end])} | {lemmas} "
    keys = [" ".join(forms.keys(word)) if len(word) > 1 else word for word in parse.lower[start:end]]
    return f" {' '.join(keys)} "


def _has_right_tag(parse: Parse, index: int, voice: Voice) -> bool:
    tag = parse.tags[index]
    if voice is Voice.PARSED:
        return (tag in _VERBAL and not _names_people(parse, index)) or (
            tag == "NOUN" and child(parse, index, "object") is not None
        )
    if voice is Voice.BARE:
        return tag == "VERB" or _is_bare_verb(parse, index)
    if voice.nominal:
        return tag in _NOUNS or not parse.language.forms.by_lemma
    return True


def _names_people(parse: Parse, index: int) -> bool:
    """Return whether a participle is a noun: "the wounded", "of the injured"."""
    grammar = parse.language.grammar
    noun = grammar.plays(parse.labels[index], "preposition_object", "object", "subject", "passive_subject")
    before = parse.lower[max(0, index - 1)] in parse.language.people.determiners
    return noun and before and grammar.plays(parse.details[index], "past_participle")


def _is_bare_verb(parse: Parse, index: int) -> bool:
    """Return whether a stem stands as the verb of a headline: "Turki Panggil Dubes", "Rusia gempur Ukraina".

    A party ends right before it, no verb comes before that, and what is acted on follows.
    """
    if not parse.language.grammar.head_first or not 0 < index < len(parse) - 1:
        return False
    before, behind = parse.name_at.get(index - 1), index + 1
    party = before is not None and before.kind is not EntityKind.PLACE
    group = parse.lower[index - 1] in parse.language.people.collectives and behind in parse.name_at
    opening = parse.tags[: (before.start if before is not None else index - 1)]
    followed = behind in parse.name_at or parse.tags[behind] in _FOLLOWING
    return (party or group) and followed and _OPENING.issuperset(opening)


def _voice(parse: Parse, index: int, voice: Voice) -> Voice:
    if voice is Voice.PARSED:
        return Voice.PASSIVE if is_passive(parse, index) else Voice.ACTIVE
    return Voice.ACTIVE if voice is Voice.BARE else voice


def is_passive(parse: Parse, index: int) -> bool:
    """Return whether the parse marks a verb as passive.

    Signs are its subject, its auxiliary, its agent and a reduced relative clause.
    """
    if _is_bare_verb(parse, index) and not parse.language.forms.is_passive(parse.lower[index]):
        return False
    if child(parse, index, "passive_subject", "passive_auxiliary", "agent") is not None:
        return True
    grammar = parse.language.grammar
    auxiliary = child(parse, index, "auxiliary")
    if auxiliary is not None and parse.lemmas[auxiliary] in grammar.words["passive_auxiliaries"]:
        return True
    reduced = auxiliary is None and grammar.plays(parse.labels[index], "reduced_relative")
    return reduced and grammar.plays(parse.details[index], "past_participle")
