"""Chooses the date of an event among the dates in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cypher.model.graph import DatePrecision, EventStatus, Span
from cypher.model.ontology import is_mediated
from ingest.extraction.events.attribution import Quote
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.mentions.times.calendar import moved
from ingest.extraction.mentions.times.dates import (
    DateMention,
    Shift,
    find_anchors,
    find_dates,
    find_shifts,
)
from ingest.extraction.mentions.times.publication import Publication
from ingest.extraction.syntax.sentence import Parse

UNDATED = "not dated: it happened by the day of publication"
"""The reason of a claim whose event has no date."""

UNBOUNDED = "not dated: the day of publication is only guessed"
"""The same, if the day of publication is no bound."""

_REPORT_DATE = 40
"""A date within this many characters after "Dikutip dari" or "kata" belongs to the report."""

_NEAR = 12
"""A word that starts this many characters before a date stands directly before it: "sejak tahun 2019"."""

_CLAUSE_MARKS = frozenset(",;:.")
_CLAUSE_PENALTY = 60
"""A word that separates clauses adds this many characters to the distance of a date."""


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event (ISO), its precision and the reason.

    `not_after` is the day of publication, if the text does not date an event that took place; if that day is
    a guess, `reported_around` is its month or year instead. `status` is that of the event: what has a date
    after its publication is planned, whatever the tense.
    """

    day: str | None
    precision: DatePrecision
    reason: str | None
    not_after: str | None = None
    status: EventStatus = EventStatus.ACTUAL
    reported_around: str | None = None


class Clock:
    """The dates of one sentence."""

    def __init__(self, parse: Parse, quotes: tuple[Quote, ...], published: Publication | None) -> None:
        self._parse = parse
        self._published = published
        text, offset = parse.record.text, parse.record.span.start
        found = tuple(find_dates(text, offset, parse.language, self._published))
        self._shifts = tuple(find_shifts(text, offset, parse.language))
        dates = tuple(item for item in found if not self._is_inside_shift(item))
        anchors = (each for shift in self._shifts for each in find_anchors(text, offset, shift, dates))
        self._dates = tuple(sorted((*dates, *anchors), key=lambda item: item.span.start))
        self._cues = tuple(parse.spans[quote.cue] for quote in quotes) + self._quoted_cues()

    def when(self, trigger: Trigger, status: EventStatus) -> When:
        """Return the date that the sentence gives a trigger's event, and the event's status.

        If it gives none, an event with status `ACTUAL` is only known to lie not after its publication. If it
        gives a later date, the event is planned.
        """
        told = replace(self._told(trigger, status), status=status)
        if self._published is None or status is not EventStatus.ACTUAL:
            return told
        if told.day is None:
            return _undated(self._published, told.reason)
        if told.day <= self._published.last.isoformat():
            return told
        if self._is_of_a_plan(trigger):
            return _undated(self._published)
        after = "after its publication" + (" as guessed" if self._published.guessed else "")
        return replace(told, status=EventStatus.PLANNED, reason=f"{told.reason}, {after}")

    def _is_of_a_plan(self, trigger: Trigger) -> bool:
        """Return whether a plan stands before a trigger, and has the later date of the sentence.

        Example: "X will meet Y on Monday at the request of Z".
        """
        planned = self._parse.language.groups["planned"]
        return any(word in planned for word in self._parse.lower[: trigger.start])

    def _told(self, trigger: Trigger, status: EventStatus) -> When:
        spot = self._parse.span(trigger.start, trigger.end)
        shift = next((item for item in reversed(self._shifts) if self._governs(item, spot)), None)
        if shift is not None and not self._is_dated_behind(shift):
            return self._shifted(shift)
        own = (item for item in self._own_dates() if self._may_date(item, spot, status))
        own = (item for item in own if self._shift_to(item, spot) or not self._is_of_another_noun(item, spot))
        if is_mediated(trigger.sense.event_type, trigger.sense.mode):
            own = (item for item in own if self._is_beside(item, spot))
        nearest = min(own, key=lambda item: self._distance(item.span, spot), default=None)
        if nearest is not None:
            return self._dated(nearest, spot, status)
        return When(None, DatePrecision.UNKNOWN, None)

    def _may_date(self, item: DateMention, spot: Span, status: EventStatus) -> bool:
        """Return whether a date can be that of an event, which "in two weeks" is only for a plan."""
        only_ahead = item.day is None and item.ahead is not None
        wrong = only_ahead and self._day_of(item, spot, status) is None
        return not wrong and not self._is_since_another_act(item, spot)

    def _day_of(self, item: DateMention, spot: Span, status: EventStatus) -> date | None:
        """Return the day of an event: past for what took place, ahead for a plan, else the nearer."""
        if status is EventStatus.PLANNED or self._is_announced(item, spot):
            return item.ahead
        if status is EventStatus.ACTUAL or None in (item.day, item.ahead) or self._published is None:
            return item.day
        middle = self._published.middle
        return min(item.day, item.ahead, key=lambda day: abs(day - middle))

    def _is_announced(self, item: DateMention, spot: Span) -> bool:
        """Return whether the words from an event to a date announce it: "sanctions that will start in"."""
        futures = self._parse.language.dates["futures"]
        between = (word for span, word in self._words() if spot.end <= span.start < item.span.start)
        return any(word in futures for word in between)

    def _dated(self, mention: DateMention, spot: Span, status: EventStatus) -> When:
        """Return the date of an event from one in the sentence; "a day after" moves it by its length."""
        words = self._parse.text(mention.span)
        day = self._day_of(mention, spot, status)
        if day is None:
            return When(None, DatePrecision.UNKNOWN, f"“{words}” names no year")
        shift = self._shift_to(mention, spot)
        if shift is None:
            return When(day.isoformat(), mention.precision, f"dated by “{words}”")
        return self._at(day, mention, shift, -shift.count)

    def _at(self, day: date, mention: DateMention, shift: Shift, count: int) -> When:
        """Return when it was some units from a day; unknown if these are finer than the day is known."""
        found = moved(day, mention.precision, shift.unit, count)
        if found is None or found.day is None:
            return When(None, DatePrecision.UNKNOWN, None)
        reason = f"dated by “{self._parse.text(shift.span)}” and “{self._parse.text(mention.span)}”"
        return When(found.day.isoformat(), found.precision, reason)

    def _shift_to(self, mention: DateMention, spot: Span) -> Shift | None:
        """Return the interval from a date to an event, if the date is that of another event."""
        return next((item for item in self._shifts if self._points_to(item, mention, spot)), None)

    def _points_to(self, shift: Shift, mention: DateMention, spot: Span) -> bool:
        """Return whether a date after a shift dates another event than the one at `spot`.

        Examples: "A sehari setelah B pada 7 Oktober", "A year after the coup of 2014, Y did A".
        """
        if shift.span.end > mention.span.start:
            return False
        if spot.end <= shift.span.start:
            return not any(item.span.end <= shift.span.start for item in self._dates)
        phrase = self._parse.text(Span(shift.span.end, mention.span.start))
        opens = mention.span.end <= spot.start and not _CLAUSE_MARKS.intersection(phrase)
        return opens and "," in self._parse.text(Span(mention.span.end, spot.start))

    def _is_inside_shift(self, item: DateMention) -> bool:
        return any(shift.span.overlaps(item.span) for shift in self._shifts)

    def _quoted_cues(self) -> tuple[Span, ...]:
        quoted = self._parse.language.groups["quoted"]
        return tuple(span for span, word in self._words() if word in quoted)

    def _governs(self, shift: Shift, spot: Span) -> bool:
        between = self._parse.text(Span(shift.span.end, max(spot.start, shift.span.end)))
        return shift.span.end <= spot.start and "," not in between

    def _is_dated_behind(self, shift: Shift) -> bool:
        """Return whether all dates follow the shift, so that they directly date what comes after it."""
        return bool(self._dates) and all(item.span.start >= shift.span.end for item in self._dates)

    def _shifted(self, shift: Shift) -> When:
        anchor = max(
            (item for item in self._dates if item.span.end <= shift.span.start),
            key=lambda item: item.span.start,
            default=None,
        )
        if anchor is None or anchor.day is None:
            return When(None, DatePrecision.UNKNOWN, None)
        return self._at(anchor.day, anchor, shift, shift.count)

    def _own_dates(self) -> list[DateMention]:
        return [item for item in self._dates if not self._is_of_report(item)]

    def _is_since_another_act(self, item: DateMention, spot: Span) -> bool:
        """Return whether a date says since when another act lasts: "accused X of blocking Y since May"."""
        since = self._parse.language.groups["since"]
        near = range(item.span.start - _NEAR, item.span.end)
        said = any(word in since for span, word in self._words() if span.start in near)
        return said and self._is_verb_between(spot, item.span)

    def _is_of_another_noun(self, item: DateMention, spot: Span) -> bool:
        """Return whether a year belongs to a noun: "revive an accord of 2001", "perjanjian 2001"."""
        if item.precision is not DatePrecision.YEAR:
            return False
        parse = self._parse
        first = sum(span.end <= item.span.start for span in parse.spans)
        if parse.language.grammar.head_first:
            index = first - 1 - int(first > 0 and parse.is_time(first - 1))
        else:
            of = (place for place in (first, first - 1) if parse.is_word(place, "possessive_prepositions"))
            index = next(of, 0) - 1
        noun = index >= 0 and parse.tags[index] == "NOUN" and spot.end <= parse.spans[index].start
        return noun and not parse.is_time(index)

    def _is_beside(self, item: DateMention, spot: Span) -> bool:
        """Return whether a date dates a mediation: no other clause begins between them."""
        low, high = sorted((item.span, spot))
        walls = self._parse.language.groups["separators"] | {","}
        grammar = self._parse.language.grammar
        between = [word for span, word in self._words() if low.end <= span.start and span.end <= high.start]
        return not any(word in walls or grammar.has(word, "relative_pronouns") for word in between)

    def _words(self) -> Iterator[tuple[Span, str]]:
        return zip(self._parse.spans, self._parse.lower, strict=True)

    def _is_of_report(self, item: DateMention) -> bool:
        return any(0 <= item.span.start - cue.end <= _REPORT_DATE for cue in self._cues) and not any(
            self._is_verb_between(cue, item.span) for cue in self._cues
        )

    def _is_verb_between(self, cue: Span, item: Span) -> bool:
        return any(
            cue.end <= span.start and span.end <= item.start and tag == "VERB"
            for span, tag in zip(self._parse.spans, self._parse.tags, strict=True)
        )

    def _distance(self, item: Span, spot: Span) -> int:
        low, high = sorted((item, spot))
        separators = self._parse.language.groups["separators"]
        walls = sum(
            word in separators
            for span, word in self._words()
            if low.end <= span.start and span.end <= high.start
        )
        return high.start - low.end + _CLAUSE_PENALTY * walls


def _undated(published: Publication, reason: str | None = None) -> When:
    """Return when an undated event took place: by the day of publication, if that is more than a guess."""
    reason = reason or (UNBOUNDED if published.guessed else UNDATED)
    return When(None, DatePrecision.UNKNOWN, reason, published.bound, reported_around=published.around)
