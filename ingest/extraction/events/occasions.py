"""Tells totals of victims, visits to occasions and declined comments from acts between parties."""

from __future__ import annotations

from ingest.extraction.events.triggers import Trigger
from ingest.extraction.syntax.phrases import child
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.vocabulary.morphology import Voice

_VISIT = "visit"
_REFUSAL = "REJECT"
_NEAR = 3


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
