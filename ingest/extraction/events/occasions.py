"""Tells totals of victims, visits to occasions, declined comments and pitied people from other acts."""

from __future__ import annotations

from cypher.model.graph import EntityKind
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.parties.groups import key_in
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.phrases import child
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.vocabulary.morphology import Voice

_VISIT = "visit"
_REFUSAL = "REJECT"
_BLAME = "ACCUSE"
_NEAR = 3
_PEOPLE = frozenset({EntityKind.GROUP, EntityKind.PERSON})


def is_total(parse: Parse, trigger: Trigger) -> bool:
    """Return whether a word of death only describes victims that are counted: "korban tewas mencapai 40"."""
    before = parse.lower[trigger.start - 1 : trigger.start]
    return not parse.language.groups["casualties"].isdisjoint(before)


def is_occasion(parse: Parse, trigger: Trigger) -> bool:
    """Return whether an occasion is visited, not the party that is named with it.

    Example: "mendatangi acara ulang tahun Partai X".
    """
    if trigger.sense.mode != _VISIT or trigger.voice is not Voice.ACTIVE:
        return False
    visited = child(parse, trigger.head, "object")
    behind = parse.lower[trigger.end : trigger.end + 1]
    words = behind if visited is None else (*behind, parse.lower[visited])
    return not parse.language.groups["occasions"].isdisjoint(words)


def is_declined_comment(parse: Parse, trigger: Trigger) -> bool:
    """Return whether a refusal only refuses to tell something: "menolak berkomentar", "declined to say"."""
    behind = range(trigger.end, min(len(parse), trigger.end + _NEAR))
    words = parse.language.groups["comments_refused"]
    told = next(
        (index for index in behind if parse.lower[index] not in parse.language.groups["refused_with"]), None
    )
    return trigger.sense.event_type == _REFUSAL and told is not None and parse.is_one_of(told, words)


def is_pitied(parse: Parse, party: Party, trigger: Trigger) -> bool:
    """Return whether blame for the lot of people names those who suffer it: "mengecam nasib pengungsi".

    Also "condemned the plight of the refugees" and "criticised the prisoners' treatment".
    """
    head = parse.head_of(party.span) if trigger.sense.event_type == _BLAME else None
    if head is not None and party.entity.kind is EntityKind.COUNTRY:  # "the treatment of Somali refugees"
        head = (
            parse.heads[head] if key_in(parse, parse.heads[head], parse.language.people.collectives) else None
        )
    elif party.entity.kind not in _PEOPLE:
        return False
    if head is None or head < trigger.end or _does_it(parse, party):
        return False
    lots, end = parse.language.groups["lots"], min(len(parse), head + _NEAR + 1)
    near = (*range(max(trigger.end, head - 2 * _NEAR), head), *range(head + 1, end))
    return any(
        index not in parse.name_at and parse.is_one_of(index, lots) and _owns(parse, index, head)
        for index in near
    )


def _does_it(parse: Parse, party: Party) -> bool:
    """Return whether a party is told to treat others so: "perlakuan polisi terhadap pengungsi"."""
    last = max((i for i, own in enumerate(parse.spans) if party.span.overlaps(own)), default=len(parse))
    towards = parse.language.groups["towards"]
    return not towards.isdisjoint(parse.lower[last + 1 : last + 2])


def _owns(parse: Parse, lot: int, head: int) -> bool:
    """Return whether the lot is that of the people: before them, or behind their possessive mark."""
    if lot > head:
        return any(parse.details[index] == "POS" for index in range(head + 1, lot))
    by = parse.language.grammar.words["agent_prepositions"]
    between = parse.lower[lot + 1 : head]
    return "VERB" not in parse.tags[lot + 1 : head] and "," not in between and by.isdisjoint(between)
