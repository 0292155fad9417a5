"""Where the parties of a proposed event stand: as in most senses of its type in the language's lexicon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ingest.extraction.language import Language
from ingest.extraction.lexicon import Sense
from ingest.extraction.morphology import Voice
from ingest.extraction.sentence import Parse
from ingest.extraction.triggers import is_passive

_COMMON = 0.25
"""Share of a type's senses in which a slot must be named to be tried."""
_STRENGTH = 0.5
_FLAGS = ("moved", "mutual", "attended", "joint", "light", "bare", "takes", "deep")


@cache
def frames_of(language: Language) -> Mapping[str, Sense]:
    """One sense for each type that the lexicon of a language has."""
    senses: defaultdict[str, dict[int, Sense]] = defaultdict(dict)
    for entries in language.lexicon.entries.values():
        for entry in entries:
            senses[entry.sense.event_type][id(entry.sense)] = entry.sense
    return {event_type: _frame(event_type, list(found.values())) for event_type, found in senses.items()}


def _frame(event_type: str, senses: list[Sense]) -> Sense:
    slots = Counter(slot for sense in senses for slot in sense.recipient)
    recipient = tuple(slot for slot, count in slots.most_common() if count >= _COMMON * len(senses))

    def mostly(flag: str) -> bool:
        return 2 * sum(bool(getattr(sense, flag)) for sense in senses) > len(senses)

    return replace(
        senses[0],
        event_type=event_type,
        mode=None,
        actor=("subject", "possessor"),
        recipient=recipient or ("object",),
        required=(),
        forbidden=(),
        topics=frozenset(),
        strength=_STRENGTH,
        **{flag: mostly(flag) for flag in _FLAGS},
    )


def voice_of(parse: Parse, index: int) -> Voice:
    """The voice of a word that the lexicon does not know: by its part of speech, spelling or parse."""
    if parse.tags[index] == "NOUN":
        return Voice.NOUN
    passive = parse.language.forms.is_passive(parse.lower[index]) or is_passive(parse, index)
    return Voice.PASSIVE if passive else Voice.ACTIVE
