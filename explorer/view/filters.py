"""The filters of the network: which ties and claims it shows."""

from __future__ import annotations

from dataclasses import dataclass

MOST_VOICES = 999
"""The largest number of voices that a filter can require."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of the network. An empty tuple filters nothing. Dates are ISO strings, inclusive."""

    kinds: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """Tags of analysts' notes, on a tie, its claims or its ends."""
    noted: bool = False
    """Whether only ties with notes on them, their claims or their ends are drawn."""
    voices: int = 1
    """The least number of independent voices of a tie."""
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    """Codes of the languages of articles."""
    speakers: tuple[str, ...] = ()
    """Ids of the entities that are said to have said it."""
    confidence: float | None = None
    """The least confidence of a claim, between 0 and 1."""
    since: str | None = None
    until: str | None = None
    relations: bool = False
    """Whether lasting relations (offices, membership, places) are drawn besides the ties of events."""

    def count(self) -> int:
        """Return the number of active filters."""
        lists = (self.kinds, self.signs, self.event_types, self.statuses, self.verdicts, self.tags)
        sources = (self.publishers, self.languages, self.speakers)
        limits = (self.confidence, self.since, self.until)
        given = (*map(bool, (*lists, *sources)), *(limit is not None for limit in limits))
        return sum((*given, self.noted, self.voices > 1))


NO_FILTERS = Filters()
"""The filters that let everything through."""
