"""Decides whether an event can be an act of states, or is one of sport, animals, goods or the weather."""

from __future__ import annotations

import re

from cypher.model.graph import Entity, EntityKind
from ingest.extraction.events.roles import Roles
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.events.truth.figurative import is_figurative
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.phrases import child, oblique_of
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.vocabulary.morphology import Voice

_PLAYED = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "THREATEN", "CONSULT", "RETREAT", "CONCEDE", "MOBILIZE"}
)
"""Types of events that words of sport, trade and nature are taken for."""

_SERIOUS = frozenset({"restrict", "arrest", "seize", "censor", "cyber", "curfew", "embargo"})
"""Modes of those types that such words do not have."""

_SCORE = re.compile(r"(?<![\w-])\d{1,3}\s?[-–]\s?\d{1,2}(?![\w-])")
_ORGANISED = frozenset({EntityKind.GOVERNMENT_BODY, EntityKind.ARMED_GROUP, EntityKind.ORGANISATION})
_STILL = ("creatures", "goods", "forces_of_nature")
_BESIDE = 2


def is_act_of_states(parse: Parse, trigger: Trigger, roles: Roles, *, sporting: bool) -> bool:
    """Return whether an event can be an act of states; `sporting` says that its document is about sport."""
    sense = trigger.sense
    if sense.event_type not in _PLAYED:
        return not _is_between_players(parse, trigger, roles)
    if is_figurative(parse, trigger):
        return False
    if sense.mode in _SERIOUS and not _is_between_teams(trigger, roles):
        return True
    if sense.mode not in _SERIOUS and _is_of_nature(parse, trigger, roles):
        return False
    played = sporting or is_sport(parse) or _has_score(parse, trigger)
    return not played or _can_act(parse, trigger, roles)


def _is_between_teams(trigger: Trigger, roles: Roles) -> bool:
    """Return whether countries hold or punish each other, as teams do: "Peru menahan Cile tanpa gol"."""
    if trigger.sense.mode != "arrest":
        return False
    sides = (roles.actors, roles.recipients)
    return all(side and all(party.entity.kind is EntityKind.COUNTRY for party in side) for side in sides)


def _is_between_players(parse: Parse, trigger: Trigger, roles: Roles) -> bool:
    """Return whether players or coaches quarrel: "the captain of Peru accused the keeper of cheating"."""
    head, _ = (None, False) if trigger.voice.nominal else subject(parse, trigger.head)
    met = child(parse, trigger.head, "object", "agent")
    players = parse.language.groups["players"]
    first, second = (item is not None and parse.is_one_of(item, players) for item in (head, met))
    if not first or second:
        return first
    official = met is not None and parse.is_one_of(met, parse.language.groups["forces"])
    sport = any(parse.phrase_at(item, "sport") for item in range(len(parse)) if item != head)
    return sport and not official and not _can_act(parse, trigger, roles)


def is_doubtful(parse: Parse, trigger: Trigger, roles: Roles) -> bool:
    """Return whether a sentence is rather about leisure: sport, stars and their fans, with no force in it."""
    leisure = not parse.language.groups["leisure"].isdisjoint(parse.lower)
    played = leisure and trigger.sense.event_type in _PLAYED
    played = played or any(_is_of_leisure(parse, item) for item in roles.parties)
    return played and not _can_act(parse, trigger, roles)


def _is_of_leisure(parse: Parse, party: Party) -> bool:
    """Return whether an unnamed party plays, sings or watches: "fans", "presiden klub"."""
    words = party.entity.name.lower().split()
    return party.entity.kind is EntityKind.GROUP and not parse.language.groups["leisure"].isdisjoint(words)


def is_sport(parse: Parse) -> bool:
    """Return whether a sentence has words of play."""
    played = parse.may_hold("sport") and any(
        parse.phrase_at(index, "sport") for index in range(len(parse)) if index not in parse.name_at
    )
    return played or any(name.text.lower() in parse.language.groups["sport"] for name in parse.names)


def _has_score(parse: Parse, trigger: Trigger) -> bool:
    """Return whether a score such as "4-1" follows the trigger, not a range such as "10-15 people"."""
    offset = parse.record.span.start
    for found in _SCORE.finditer(parse.record.text, parse.spans[trigger.end - 1].end - offset):
        behind = next((i for i, span in enumerate(parse.spans) if span.start - offset >= found.end()), None)
        if behind is None or (
            parse.tags[behind] not in {"NOUN", "PROPN", "ADJ"} and not parse.is_time(behind)
        ):
            return True
    return False


def _can_act(parse: Parse, trigger: Trigger, roles: Roles) -> bool:
    """Return whether parties such as police, a ministry or gunmen make this an act beside the sport."""
    parties = roles.parties
    meeting = trigger.sense.event_type == "CONSULT" and any(_is_person(item) for item in parties)
    return meeting or any(_is_force(parse, party.entity) for party in parties)


def _is_person(party: Party) -> bool:
    return party.entity.kind is EntityKind.PERSON


def _is_force(parse: Parse, entity: Entity) -> bool:
    words, groups = frozenset(entity.name.lower().split()), parse.language.groups
    powerful = bool(words & groups["forces"]) and not words & groups["leisure"]
    return not words & groups["sport"] and (entity.kind in _ORGANISED or powerful)


def _is_of_nature(parse: Parse, trigger: Trigger, roles: Roles) -> bool:
    """Return whether who acts is an animal, a product, the weather or a disease, or only animals are hit."""
    if any(_is_force(parse, party.entity) for party in roles.actors):
        return False
    if trigger.voice.nominal:
        return False
    head, _ = subject(parse, trigger.head)
    hit = child(parse, trigger.head, "object")
    passive = trigger.voice is Voice.PASSIVE
    agent = _agent(parse, trigger) if passive else head
    return (agent is not None and _stands_for(parse, agent, _STILL)) or (
        hit is not None and not roles.actors and _stands_for(parse, hit, _STILL[:1])
    )


def _agent(parse: Parse, trigger: Trigger) -> int | None:
    """Return the head of the agent of a passive verb: "attacked by sharks", "diserang hiu"."""
    found = oblique_of(parse, trigger.head, "agent_prepositions")
    return found if found is not None or not parse.language.grammar.bare_agent else trigger.end


def _stands_for(parse: Parse, head: int, groups: tuple[str, ...]) -> bool:
    """Return whether a noun phrase is headed by a word of these groups: "a heat wave", "produk Tiongkok"."""
    name = parse.name_at.get(head)
    known = name is not None and (name.known is not None or name.end - name.start > 1)
    for start in range(max(0, head - _BESIDE), head + 1):
        longest = max(parse.phrase_at(start, group) for group in groups)
        if start + longest > head and not (known and longest == 1):
            return True
    return False
