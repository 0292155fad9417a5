"""The time of publication as far as it is known, and what it makes of expressions such as "yesterday".

A guessed day may be wrong by some days, so nothing that hangs on it is dated to the day: "yesterday" is in
the month of the guess, or in its year if only that is known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from cypher.model.dates import publication_period, reduced
from cypher.model.graph import DatePrecision, Document
from ingest.extraction.mentions.times.calendar import Reading

_ORDER = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR)
_MIDDLE_OF_WEEK = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Publication:
    """The days from `first` to `last` on which a text may have been published, and whether that is a guess.

    The days are those of one day, month or year, as `precision` says.
    """

    first: date
    last: date
    precision: DatePrecision = DatePrecision.DAY
    guessed: bool = False

    @classmethod
    def on(cls, day: date) -> Publication:
        """Return the publication on a day that is stated."""
        return cls(day, day)

    @classmethod
    def of(cls, document: Document) -> Publication | None:
        """Return when a document was published; None if nothing is known of it."""
        period = publication_period(document)
        if period is None:
            return None
        first, last = map(date.fromisoformat, period)
        return cls(first, last, document.published_precision, document.published_guessed)

    @property
    def middle(self) -> date:
        """The day from which short spans of time ("yesterday", "on Monday") stay in the month or year."""
        return self.first + (self.last - self.first) / 2

    @property
    def days(self) -> frozenset[str]:
        """The first and the last day, as ISO dates."""
        return frozenset({self.first.isoformat(), self.last.isoformat()})

    @property
    def bound(self) -> str | None:
        """The ISO date by which everything had happened that was reported; None if it is a guess."""
        return None if self.guessed else self.last.isoformat()

    @property
    def around(self) -> str | None:
        """The month or year of a guess, or its day if it is that precise; None if it is stated."""
        return reduced(self.first.isoformat(), self.precision) if self.guessed else None

    def limited(self, reading: Reading) -> Reading:
        """Return a reading that depends on the day of publication, no more precisely than that is known."""
        if reading.precision not in _ORDER or _ORDER.index(reading.precision) >= _ORDER.index(self.precision):
            return reading
        shift = _MIDDLE_OF_WEEK if reading.precision is DatePrecision.WEEK else timedelta()
        day, ahead = (self._beginning(each, shift) for each in (reading.day, reading.ahead))
        return replace(reading, day=day, ahead=ahead, precision=self.precision)

    def _beginning(self, day: date | None, shift: timedelta) -> date | None:
        if day is None:
            return None
        month = (day + shift).month if self.precision is DatePrecision.MONTH else 1
        return (day + shift).replace(month=month, day=1)
