"""Tells who mediates from those between whom: mediators are no parties of what the others agree on.

Examples: "a truce between A and B brokered by C", "perundingan A dan B ditengahi C", "C hosted talks between
A and B". A mediator is only read where the text says so; where it does not, there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cypher.model.ontology import is_mediated
from ingest.extraction.events.between.mediated import Mediated
from ingest.extraction.events.nominals import light_verb, owner_before, possessor
from ingest.extraction.events.roles import Roles
from ingest.extraction.events.triggers import Trigger, is_passive
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party, named
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.phrases import oblique
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.vocabulary.morphology import Voice

_NEAR = 4
"""Maximum number of tokens between "through" and the mediator."""


def with_mediators(finder: PartyFinder, trigger: Trigger, roles: Roles) -> tuple[Trigger, Roles]:
    """Return the trigger and the roles of an act that may be a mediation.

    A mediation has mediators instead of actors; the others are its recipients. A sense that needs `sides`
    and has none loses its mode and keeps its roles: whoever hosts a summit takes part in it.
    """
    sense = trigger.sense
    if not is_mediated(sense.event_type, sense.mode):
        return trigger, roles
    mediators = _distinct(_mediators(finder, trigger, roles))
    sides, rule = Mediated(finder, trigger, mediators).sides() if mediators else ((), "")
    if sense.sides and not sides and len(roles.actors) > 1 and not roles.recipients:
        return trigger, roles  # joint hosts keep the mode, which ties them not to each other
    if not mediators or (sense.sides and not sides):
        return (replace(trigger, sense=replace(sense, mode=None)) if sense.sides else trigger), roles
    certainty = min(party.certainty for party in (*mediators, *sides))
    rules = tuple(filter(None, (*roles.rules, "mediates", rule)))
    return trigger, Roles((), sides, roles.places, rules, certainty, roles.carried, mediators)


def stands_apart(parse: Parse, trigger: Trigger) -> bool:
    """Return whether a mediation is no part of the act above it: "agreed on a deal brokered by X".

    In "agreed to mediate" it is.
    """
    if not is_mediated(trigger.sense.event_type, trigger.sense.mode):
        return False
    before = parse.lower[max(0, trigger.start - _NEAR) : trigger.start]
    through = not parse.language.groups["mediator_through"].isdisjoint(before)
    if trigger.voice.nominal:
        return through
    return trigger.voice is Voice.PASSIVE or is_passive(parse, trigger.head)


def without_mediators(roles: Roles, mediation: Roles) -> Roles:
    """Return the roles of an act without the mediators between those who do it together."""
    sides = {party.entity.id for party in mediation.recipients}
    own = {party.entity.id for party in mediation.mediators}
    acting = {party.entity.id for party in roles.actors} & sides
    if not acting:
        return roles
    actors = tuple(party for party in roles.actors if party.entity.id not in own)
    kept = (
        roles.recipients if len(acting) < 2 else tuple(p for p in roles.recipients if p.entity.id not in own)
    )
    return replace(roles, actors=actors, recipients=kept)


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({party.entity.id: party for party in parties}.values())


def _mediators(finder: PartyFinder, trigger: Trigger, roles: Roles) -> tuple[Party, ...]:
    parse = finder.scene.parse
    hyphened = parse.name_at.get(trigger.start - 2) if trigger.start > 1 else None
    if hyphened is not None and parse.words[trigger.start - 1] == "-":
        return named(finder.scene, hyphened)  # "a Qatari-mediated deal"
    if not trigger.voice.nominal:
        return _before_comma(finder, trigger, roles.actors)
    if parse.lower[trigger.start] in parse.language.groups["mediator_nouns"]:
        return _people_who_mediate(finder, trigger)
    return next(filter(None, _of_noun(finder, trigger)), ())


def _before_comma(finder: PartyFinder, trigger: Trigger, agents: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the agents of a passive that opens a sentence: only X in "Dimediasi X, A dan B berunding"."""
    parse = finder.scene.parse
    if trigger.start or not (trigger.voice is Voice.PASSIVE or is_passive(parse, trigger.head)):
        return agents
    comma = next((i for i in range(trigger.end, len(parse)) if parse.lower[i] == ","), len(parse))
    limit = parse.spans[comma - 1].end
    return tuple(party for party in agents if party.span.end <= limit)


def _of_noun(finder: PartyFinder, trigger: Trigger) -> Iterator[tuple[Party, ...]]:
    """Yield who carries out a mediation: "mediation by X", "X's mediation", "X menawarkan mediasi"."""
    parse = finder.scene.parse
    for word in sorted(parse.language.groups["mediated_by"]):
        head = oblique(parse, trigger.head, word)
        yield finder.all_of(head) if head is not None else ()
    yield possessor(finder, trigger)
    yield owner_before(finder, trigger)
    carrier = light_verb(parse, trigger)
    head = subject(parse, carrier.index)[0] if carrier is not None else None
    yield finder.all_of(head) if head is not None and head != trigger.head else ()


def _people_who_mediate(finder: PartyFinder, trigger: Trigger) -> tuple[Party, ...]:
    """Return the mediators of "with X as mediator" and "through Swiss mediators"; none in other phrases."""
    parse = finder.scene.parse
    groups = parse.language.groups
    for index in range(trigger.start - 1, max(-1, trigger.start - 1 - _NEAR), -1):
        if parse.lower[index] in groups["mediator_as"] and index:
            before = parse.name_at.get(index - 1)
            return finder.all_of(before.start) if before is not None else ()
        if parse.lower[index] in groups["mediator_through"]:
            return possessor(finder, trigger)
        if parse.tags[index] in {"VERB", "PUNCT"}:
            return ()
    return ()
