"""Decides who is the actor and who is the recipient of an act, from the slots around its trigger."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.model.graph import EntityKind
from ingest.extraction.events.occasions import is_pitied
from ingest.extraction.events.places import at_home, find_places, is_only_where
from ingest.extraction.events.slots.nouns import NounSlots
from ingest.extraction.events.slots.verbs import VerbSlots
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one event, and the mediators between them.

    `rules` say how they were found, `certainty` (0-1) how reliable they are, and `carried` whether a light
    verb provided them.
    """

    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    places: tuple[Party, ...] = ()
    rules: tuple[str, ...] = ()
    certainty: float = 1.0
    carried: bool = False
    mediators: tuple[Party, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """The actors, the recipients and the mediators."""
        return (*self.sides, *self.mediators)

    @property
    def sides(self) -> tuple[Party, ...]:
        """The actors and the recipients."""
        return (*self.actors, *self.recipients)


def _is_own_state(party: Party, actors: tuple[Party, ...]) -> bool:
    """Return whether a party is the state of all actors: a warning names it as what will act."""
    state = party.entity.id if party.entity.kind is EntityKind.COUNTRY else None
    return bool(actors) and state is not None and all(item.entity.country == state for item in actors)


def _is_unsaid(parties: tuple[Party, ...], finder: PartyFinder) -> bool:
    """Return whether all parties are only counted, and nothing says who they are: "six-nation talks"."""
    vague = finder.scene.parse.language.groups["vague"]
    unnamed = (item for item in parties if item.entity.country is None)
    return bool(parties) and sum(item.entity.name.lower() in vague for item in unnamed) == len(parties)


def find_roles(finder: PartyFinder, trigger: Trigger, speaker: Party | None = None) -> Roles:
    """Return the parties of a trigger's event; no party is both actor and recipient.

    `speaker` is the party who is quoted, if any.
    """
    filled = NounSlots if trigger.voice.nominal else VerbSlots
    slots = filled(finder, trigger, speaker)
    actors, recipients = slots.sides()
    if trigger.sense.joint and not recipients and len(actors) < 2:
        actors = actors or slots.joined()
    if trigger.sense.moved and not actors:
        actors, recipients = slots.moved(), ()
    if trigger.sense.mutual and trigger.voice.nominal:
        actors, recipients = actors + recipients, ()
    ids = {party.entity.id for party in actors}
    places = tuple(find_places(finder, trigger))
    others = tuple(
        party
        for party in recipients
        if party.entity.id not in ids and not is_only_where(finder.scene.parse, party, trigger, places)
    )
    others = tuple(party for party in others if not is_pitied(finder.scene.parse, party, trigger))
    certainty = min((party.certainty for party in (*actors, *others)), default=0.5)
    if others and trigger.sense.event_type == "THREATEN":
        others = tuple(party for party in others if not _is_own_state(party, actors))
    if _is_unsaid((*actors, *others), finder):
        certainty = 0.0
    actors, others = (tuple(at_home(finder, trigger, p, places) for p in side) for side in (actors, others))
    return Roles(actors, others, places, tuple(slots.rules), certainty * slots.certainty, slots.carried)
