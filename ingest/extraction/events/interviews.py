"""Tells an interview ("kata X saat ditemui wartawan") from a meeting ("X ditemui Menlu Y")."""

from __future__ import annotations

from ingest.extraction.events.roles import Roles
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.parties.groups import key_in
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.sentence import Parse


def is_interview(parse: Parse, trigger: Trigger, roles: Roles) -> bool:
    """Return whether a passive verb of meeting only says when a reporter asked the one who is quoted.

    Nobody is said to have asked, or a reporter or a news agency, or it is when somebody said something.
    """
    if parse.lower[trigger.head] not in parse.language.groups["interviewed"]:
        return False
    if not roles.actors or any(_reports(parse, party) for party in roles.actors):
        return True
    dated = trigger.start > 0 and parse.lower[trigger.start - 1] in parse.language.groups["asked_when"]
    groups = parse.language.groups
    return dated and any(
        parse.is_one_of(above, groups["before"]) or parse.is_one_of(above, groups["after"])
        for above in parse.ancestors(trigger.head)
    )


def _reports(parse: Parse, party: Party) -> bool:
    """Return whether a party is a reporter, or is introduced as one who publishes: "harian X"."""
    inside = [index for index, span in enumerate(parse.spans) if party.span.overlaps(span)]
    words = range(max(0, min(inside, default=0) - 2), max(inside, default=-1) + 1)
    people = parse.language.people.collectives
    sources = parse.language.groups["sources"]
    return any(
        parse.lower[index] in sources or people.get(key_in(parse, index, people) or "") == "journalists"
        for index in words
    )
