"""Decides whether the actors of an event do it to each other.

Examples: "saling menuduh", "fighting between A and B".
"""

from __future__ import annotations

from dataclasses import replace

from cypher.model.graph import EntityKind
from cypher.model.ontology import event_type, is_mutual
from ingest.extraction.events.nominals import between
from ingest.extraction.events.roles import Roles
from ingest.extraction.events.slots.slots import introduced_by
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.sentence import Parse

_FARTHEST = 4
"""Maximum number of tokens between a verb and "each other"."""


def with_mutuality(finder: PartyFinder, trigger: Trigger, roles: Roles) -> tuple[Trigger, Roles]:
    """Return the trigger and the roles of an event whose actors may do it to each other.

    Such an event gets the mode that its type has for it. A type without such a mode is told in both
    directions: each actor is also a recipient. Acts that are mutual anyway stay as they are.
    """
    sense, roles = trigger.sense, _both_acting(finder, trigger, roles)
    roles = replace(roles, actors=_without_owners(roles.actors))
    if len(roles.actors) < 2 or is_mutual(sense.event_type, sense.mode):
        return trigger, roles
    both = sense.mutual and trigger.voice.nominal
    if not both and not _is_told(finder, trigger):
        return trigger, roles
    mode = event_type(sense.event_type).each_other
    rules = (*roles.rules, "done to each other")
    if mode is not None:
        return replace(trigger, sense=replace(sense, mode=mode)), replace(roles, recipients=(), rules=rules)
    return trigger, replace(roles, recipients=roles.actors, rules=rules)


def _both_acting(finder: PartyFinder, trigger: Trigger, roles: Roles) -> Roles:
    """Return the roles with the parties of "between" as actors: "Fighting between A and B"."""
    kind = event_type(trigger.sense.event_type)
    mutual = kind.each_other is not None or kind.is_mutual(trigger.sense.mode)
    if roles.actors or len(roles.recipients) < 2 or not mutual:
        return roles
    words = finder.scene.parse.language.grammar.words["between"]
    if not any(introduced_by(word) in roles.rules for word in words):
        return roles
    return replace(roles, actors=roles.recipients, recipients=())


def _is_told(finder: PartyFinder, trigger: Trigger) -> bool:
    parse = finder.scene.parse
    if between(finder, trigger):
        return True
    before = parse.lower[max(0, trigger.start - 1) : trigger.end]
    behind = parse.lower[trigger.end : _clause_end(parse, trigger.end)]
    return any(_holds(words, parse) for words in (before, behind))


def _clause_end(parse: Parse, start: int) -> int:
    limit = min(len(parse), start + _FARTHEST)
    return next((index for index in range(start, limit) if parse.tags[index] in {"VERB", "PUNCT"}), limit)


def _holds(words: tuple[str, ...] | list[str], parse: Parse) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in parse.language.grammar.words["each_other"])


def _without_owners(actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the actors without a country that only says whose the group beside it is.

    Example: "tentara X dan Y" are the armies of both.
    """
    groups = [party.entity.country for party in actors if party.entity.kind is EntityKind.GROUP]
    if len(groups) < 2:
        return actors
    return tuple(party for party in actors if party.entity.id not in groups)
