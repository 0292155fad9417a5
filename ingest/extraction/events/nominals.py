"""Finds the parties of event nouns.

Examples: "serangan Israel ke Gaza", "talks between A and B", "melakukan kunjungan".
"""

from __future__ import annotations

from dataclasses import dataclass

from cypher.model.graph import EntityKind
from ingest.extraction.events.triggers import Trigger, is_passive
from ingest.extraction.parties.examples import members_after
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party, named
from ingest.extraction.syntax.phrases import PHRASE, child, has_preposition, noun_after, oblique
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.vocabulary.morphology import Voice

_FARTHEST_CARRIER = 4
_FARTHEST_INVOLVING = 8


@dataclass(frozen=True, slots=True)
class Carrier:
    """A light verb that provides the subject of an event noun; if it `receives`, the act is done to it."""

    index: int
    voice: Voice
    receives: bool = False


def light_verb(parse: Parse, trigger: Trigger) -> Carrier | None:
    """Return the light verb of an event noun.

    The noun is its object, its passive subject, or coordinated with one of these.
    """
    argument = outer_noun(parse, trigger.head)
    head = parse.heads[argument]
    if head != argument and _is_argument(parse, argument):
        carrier = _carrier(parse, head) or _carrier_of_stage(parse, head, argument)
        if carrier is not None:
            return carrier
    answering = _answering(parse, trigger.start) or _answering_beside(parse, trigger.head)
    if answering is not None or not parse.language.grammar.head_first:
        return answering
    return _carrier_before(parse, trigger.head) or relative_carrier(parse, trigger)


def _carrier_of_stage(parse: Parse, verb: int, argument: int) -> Carrier | None:
    """Return any active verb with a part of an event as its object: "memasuki tahap perundingan"."""
    staged = parse.lower[argument] in parse.language.lexicon.stages
    active = staged and parse.language.forms.is_active(parse.lower[verb])
    return Carrier(verb, Voice.ACTIVE) if active else None


def _carrier_before(parse: Parse, noun: int) -> Carrier | None:
    """Return the active light verb right before an event noun, by position."""
    for index in range(noun - 1, max(-1, noun - 1 - _FARTHEST_CARRIER), -1):
        carrier = _carrier(parse, index)
        if carrier is not None:
            return carrier if carrier.voice is Voice.ACTIVE else None
        through = parse.lower[index] in parse.language.lexicon.through
        if not through and (parse.is_word(index, "prepositions") or parse.tags[index] in {"VERB", "PUNCT"}):
            return None
    return None


def _answering(parse: Parse, start: int) -> Carrier | None:
    """Return the verb whose subject is responsible for the event.

    Example: "mengaku bertanggung jawab atas serangan …".
    """
    for end in range(start, max(0, start - 1 - _FARTHEST_CARRIER), -1):
        for words in parse.language.lexicon.answering:
            first = end - len(words)
            if first >= 0 and parse.lower[first:end] == words:
                return Carrier(_verb_of(parse, first), Voice.ACTIVE)
        if parse.tags[end - 1] not in PHRASE | {"CCONJ"} or end - 1 in parse.name_at:
            return None
    return None


def _answering_beside(parse: Parse, noun: int) -> Carrier | None:
    """Return that verb for a coordinated noun: "terlibat dalam pembunuhan X dan pengeboman di Y"."""
    if not parse.language.grammar.plays(parse.labels[noun], "coordination"):
        return None
    above = parse.heads[noun]
    for words in parse.language.lexicon.answering:
        if parse.lower[above : above + len(words)] == words:
            return Carrier(above, Voice.ACTIVE)
    return _answering(parse, above) if parse.tags[above] == "NOUN" else None


def _verb_of(parse: Parse, index: int) -> int:
    return next((item for item in (index, *parse.ancestors(index)) if parse.tags[item] == "VERB"), index)


def outer_noun(parse: Parse, index: int) -> int:
    """Return the outer noun or preposition of an event noun: "a round of talks", "engaged in talks"."""
    grammar = parse.language.grammar
    while grammar.plays(parse.labels[index], "preposition_object"):
        above = parse.heads[index]
        if not (
            parse.is_word(above, "possessive_prepositions")
            or parse.lower[above] in parse.language.lexicon.through
        ):
            break
        if parse.tags[parse.heads[above]] == "VERB":
            return above
        index = parse.heads[above]
    return _of_stage(parse, index)


def _of_stage(parse: Parse, index: int) -> int:
    """Return the noun for a part of an event instead of the event: "tahap" in "tahap perundingan"."""
    above = parse.heads[index]
    staged = above < index and parse.lower[above] in parse.language.lexicon.stages
    return above if staged and parse.language.grammar.plays(parse.labels[index], "narrowing") else index


def relative_carrier(parse: Parse, trigger: Trigger) -> Carrier | None:
    """Return the verb of the relative clause right after the noun: "serangan yang dilakukan pasukan AS"."""
    for index in range(trigger.end, min(len(parse) - 1, trigger.end + _FARTHEST_CARRIER)):
        if parse.is_word(index, "relative_pronouns"):
            carrier = _carrier(parse, index + 1)
            return carrier if carrier is not None and carrier.voice is Voice.PASSIVE else None
        if parse.tags[index] in {"VERB", "PUNCT"}:
            return None
    return None


def _is_argument(parse: Parse, index: int) -> bool:
    grammar = parse.language.grammar
    return grammar.plays(parse.labels[index], "object", "passive_subject", "subject", "preposition")


def _carrier(parse: Parse, index: int) -> Carrier | None:
    verbs = parse.language.lexicon.light_verbs
    voice = verbs.get(parse.lower[index]) or verbs.get(parse.lemmas[index])
    if voice is None or index in parse.name_at:
        return None
    if voice is Voice.PARSED:
        voice = Voice.PASSIVE if is_passive(parse, index) else Voice.ACTIVE
    if voice is Voice.BARE:
        voice = Voice.ACTIVE
    receives = parse.lower[index] in parse.language.lexicon.receives
    return Carrier(index, voice, receives)


def possessor(finder: PartyFinder, trigger: Trigger) -> tuple[Party, ...]:
    """Return the parties that modify the noun without a preposition."""
    parse = finder.scene.parse
    grammar = parse.language.grammar
    for item in parse.children[trigger.head]:
        if trigger.start <= item < trigger.end:
            continue
        if grammar.plays(parse.labels[item], "narrowing") and not _is_introduced(parse, item):
            parties = finder.all_of(item)
            if parties:
                return _hyphened(finder, item) + parties
    return _beside(finder, trigger)


def _hyphened(finder: PartyFinder, index: int) -> tuple[Party, ...]:
    """Return the name before a hyphen: "the Larijani-ElBaradei meeting"."""
    parse = finder.scene.parse
    name = parse.name_at.get(index)
    before = parse.name_at.get(name.start - 2) if name and name.start > 1 else None
    hyphened = name is not None and before is not None and parse.words[name.start - 1] == "-"
    return named(finder.scene, before) if hyphened and before is not None else ()


def owner_before(finder: PartyFinder, trigger: Trigger) -> tuple[Party, ...]:
    """Return the owner of an event with a possessive ("serangannya", "its attack"), named before it."""
    parse = finder.scene.parse
    last = parse.lower[trigger.end - 1]
    endings = parse.language.possessive_endings
    words = parse.language.groups["possessives"]
    if not (last.endswith(endings) if endings else False) and not any(
        parse.lower[item] in words for item in parse.children[trigger.head]
    ):
        return ()
    acting = _unnamed_subject(finder, trigger.head)
    if acting:
        return acting
    before = [name for name in parse.names if name.end <= trigger.start]
    people = [name for name in before if name.kind is not EntityKind.PLACE]
    return finder.all_of(people[-1].start) if people else ()


def _unnamed_subject(finder: PartyFinder, noun: int) -> tuple[Party, ...]:
    """Return the group without a name that is the subject of the verb above a noun.

    In "Kelompok yang didukung Iran itu menyebut serangannya …", the attack is that of the group.
    """
    parse = finder.scene.parse
    verb = next((item for item in parse.ancestors(noun) if parse.tags[item] == "VERB"), None)
    head = child(parse, verb, "subject") if verb is not None else None
    if head is None or head > noun or head in parse.name_at or parse.tags[head] != "NOUN":
        return ()
    return tuple(party for party in finder.all_of(head) if party.entity.kind is EntityKind.GROUP)


def _is_introduced(parse: Parse, index: int) -> bool:
    if parse.is_word(index, "possessive_prepositions"):
        return False
    return has_preposition(parse, index) and not any(
        parse.is_word(item, "possessive_prepositions") for item in parse.children[index]
    )


def _beside(finder: PartyFinder, trigger: Trigger) -> tuple[Party, ...]:
    """Return the parties right after the noun, by position, in languages that put the head first."""
    parse = finder.scene.parse
    if not parse.language.grammar.head_first:
        return ()
    for index in range(trigger.end, min(len(parse), trigger.end + 3)):
        if parse.is_word(index, "prepositions") or parse.tags[index] in {"VERB", "PUNCT", "SCONJ", "CCONJ"}:
            return ()
        parties = finder.all_of(index)
        if parties:
            return parties
    return ()


def involved(finder: PartyFinder, trigger: Trigger) -> tuple[Party, ...]:
    """Return the participants that a verb adds to an event noun: "bentrokan yang melibatkan X dan Y"."""
    parse = finder.scene.parse
    for index in range(trigger.end, min(len(parse), trigger.end + _FARTHEST_INVOLVING)):
        if parse.lower[index] in parse.language.lexicon.involving:
            by = index + 1 < len(parse) and parse.is_word(index + 1, "agent_prepositions")
            head = noun_after(parse, index + by)
            return finder.all_of(head) if head is not None else ()
        if parse.tags[index] == "VERB" or parse.lower[index] in {".", ";"}:
            return ()
    return ()


def between(finder: PartyFinder, trigger: Trigger) -> tuple[Party, ...]:
    """Return the parties of "antara A dan B" or "between A and B": at least two, or none."""
    parse = finder.scene.parse
    for word in parse.words_in("between"):
        if members_after(parse, parse.lower.index(word)) is not None:
            continue  # "two states, among them A and B"
        parties = joined_by(finder, trigger.head, word) or _joined(
            finder, _between_above(parse, trigger, word)
        )
        if parties:
            return parties
    return ()


def joined_by(finder: PartyFinder, noun: int, word: str) -> tuple[Party, ...]:
    """Return the parties of the phrase that `word` introduces below a word: "between A and B"."""
    return _joined(finder, oblique(finder.scene.parse, noun, word))


def _joined(finder: PartyFinder, head: int | None) -> tuple[Party, ...]:
    parties = finder.all_of(head) if head is not None else ()
    if len(parties) == 1 and head is not None:
        return parties + _after_conjunction(finder, head, parties)
    return parties


def _between_above(parse: Parse, trigger: Trigger, word: str) -> int | None:
    """Return the head of a "between" phrase attached to the verb: "Fighting broke out between A and B"."""
    above = parse.heads[trigger.head]
    begins = {parse.lower[above], parse.lemmas[above]} & parse.language.lexicon.happenings
    return oblique(parse, above, word) if begins else None


def _after_conjunction(finder: PartyFinder, head: int, first: tuple[Party, ...]) -> tuple[Party, ...]:
    parse = finder.scene.parse
    for index in range(head + 1, min(len(parse) - 1, head + 8)):
        if parse.is_word(index, "conjunctions") or parse.is_word(index, "joint_prepositions"):
            held = {party.entity.id for party in first}
            other = noun_after(parse, index)
            found = finder.all_of(other) if other is not None else ()
            return tuple(party for party in found if party.entity.id not in held)
    return ()
