"""Merges several readings of one event in a sentence: a noun and a verb, talks and their mediation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.extraction.events.roles import Roles
from ingest.extraction.events.told import Told
from ingest.extraction.parties.party import Party


def once(told: list[Told]) -> Iterator[Told]:
    """Merge a noun and a verb that express the same event: "serangan Israel menewaskan …"."""
    kept: list[Told] = []
    for item in sorted(told, key=lambda item: not item.roles.parties):
        number = next((n for n, other in enumerate(kept) if _is_same(item, other)), None)
        if number is None:
            kept.append(item)
        else:
            kept[number] = _joined(kept[number], item)
    yield from sorted(kept, key=lambda item: item.trigger.start)


def _is_same(one: Told, two: Told) -> bool:
    """Return whether two triggers express the same event: same type, compatible parties.

    Each side (actors, recipients) must share a party or be empty in one of the two. Two verbs or two nouns
    that both have parties must also share at least one party.
    """
    if one.trigger.sense.event_type != two.trigger.sense.event_type:
        return False
    if one.roles.mediators or two.roles.mediators:
        return _is_same_mediation(one.roles, two.roles)
    sides = [
        (one.roles.actors, two.roles.actors),
        (one.roles.recipients, two.roles.recipients),
    ]
    shared = [bool(_ids(mine) & _ids(theirs)) for mine, theirs in sides]
    compatible = all(
        common or not mine or not theirs for common, (mine, theirs) in zip(shared, sides, strict=True)
    )
    if one.trigger.voice.nominal != two.trigger.voice.nominal or not (
        one.roles.parties and two.roles.parties
    ):
        return compatible
    return compatible and any(shared)


def _is_same_mediation(one: Roles, two: Roles) -> bool:
    """Return whether two readings tell one mediation, or one of them the talks that the other mediates."""
    between = [_ids(roles.sides) for roles in (one, two)]
    if one.mediators and two.mediators:
        shared = _ids(one.mediators) & _ids(two.mediators)
        return bool(shared) and (between[0] == between[1] or not all(between))
    return between[0] == between[1] or not all(between)


def _ids(parties: tuple[Party, ...]) -> set[str]:
    return {party.entity.id for party in parties}


def _joined(one: Told, two: Told) -> Told:
    if one.roles.mediators or two.roles.mediators:
        return _with_talks(*((one, two) if one.roles.mediators else (two, one)))
    noun_first = one.trigger.voice.nominal and not two.trigger.voice.nominal and two.roles.parties
    verb, noun = (two, one) if noun_first else (one, two)
    actors = verb.roles.actors or noun.roles.actors
    ids = {party.entity.id for party in actors}
    recipients = tuple(p for p in verb.roles.recipients or noun.roles.recipients if p.entity.id not in ids)
    places = verb.roles.places or noun.roles.places
    return replace(verb, roles=replace(verb.roles, actors=actors, recipients=recipients, places=places))


def _with_talks(mediation: Told, other: Told) -> Told:
    """Return a mediation whose parties talk to each other, if the other reading says that they do."""
    roles, told = mediation.roles, other.roles
    if told.mediators:
        fuller = max(roles, told, key=lambda item: len(item.recipients))
        return replace(mediation, roles=replace(fuller, places=roles.places or told.places))
    if len(told.actors) < 2 or told.recipients:
        return mediation
    return replace(mediation, roles=replace(roles, actors=roles.recipients, recipients=()))
