"""Axes of time: they begin with the first period that has data, end with the last, and leave nothing out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import altair as alt

from explorer.charts.periods import Period, Unit, count, until
from explorer.words import Words

_MOST_LABELS = 9
_WIDEST = 48
_STEPS = {
    Unit.DAY: (1, 2, 7, 14, 28),
    Unit.WEEK: (1, 2, 4, 8, 13, 26),
    Unit.MONTH: (1, 2, 3, 6),
    Unit.QUARTER: (1, 2),
    Unit.YEAR: (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000),
}
_FORMATS = {Unit.DAY: "%-d %b %Y", Unit.WEEK: "%-d %b %Y", Unit.YEAR: "%Y"}
_LONGER = {Unit.DAY: Unit.MONTH, Unit.WEEK: Unit.MONTH, Unit.MONTH: Unit.YEAR, Unit.QUARTER: Unit.YEAR}


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """All periods of one unit from the first to the last."""

    first: Period
    last: Period

    def __len__(self) -> int:
        """Return the number of periods."""
        return count(self.first, self.last)

    def holds(self, period: Period) -> bool:
        """Return whether a period lies on the axis."""
        return self.first <= period <= self.last

    def x(self, title: str | None) -> alt.X:
        """Return the axis for a field ``x`` with ISO times; points of a period stand in its middle."""
        unit, periods = labelled(self)
        ends = [_moment(self.first.first), _moment(self.last.end)]
        values = [_moment(each.middle() if unit == self.first.unit else each.first) for each in periods]
        return alt.X(
            "x:T",
            title=title,
            scale=alt.Scale(type="utc", domain=ends, nice=False),
            axis=alt.Axis(
                values=values,
                format=_FORMATS.get(unit, "%b %Y"),
                labelFlush=False,
                labelOverlap=True,
                grid=False,
            ),
        )

    def bar_width(self) -> alt.ExprRef:
        """Return the width of a period's bar in pixels: nearly all its room, up to a limit."""
        return alt.ExprRef(f"max(1, min({_WIDEST}, 0.86 * width / {len(self)}))")


def _moment(day: date) -> alt.DateTime:
    hours = day.hour if isinstance(day, datetime) else 0
    return alt.DateTime(year=day.year, month=day.month, date=day.day, hours=hours, utc=True)


def axis_of(periods: Iterable[Period]) -> TimeAxis:
    """Return the axis of these periods of one unit, at least one."""
    found = list(periods)
    return TimeAxis(min(found), max(found))


def labelled(axis: TimeAxis) -> tuple[Unit, Sequence[Period]]:
    """Return the periods that get a label, and their unit, which may be longer than that of the axis."""
    first, last = axis.first, axis.last
    step = next((step for step in _STEPS[first.unit] if count(first, last) <= step * _MOST_LABELS), None)
    if step is not None:
        return first.unit, _stepped(first, last, step)
    unit = _LONGER.get(first.unit, Unit.YEAR)
    longer = [Period(day.first.replace(day=1), unit) for day in (first, last)]
    if unit is Unit.YEAR:
        longer = [Period(each.first.replace(month=1), unit) for each in longer]
    inside, labels = labelled(TimeAxis(*longer))
    return inside, [each for each in labels if each.first >= first.first]


def _stepped(first: Period, last: Period, step: int) -> list[Period]:
    """Return each period whose number in the calendar is a multiple of the step, such as each third month."""
    if first.unit in (Unit.DAY, Unit.WEEK):
        return list(until(first, last))[::step]
    return [each for each in until(first, last) if _number(each) % step == 0]


def _number(period: Period) -> int:
    """Return the year, or the number of the month or quarter in its year, from 0."""
    first = period.first
    months = {Unit.MONTH: first.month - 1, Unit.QUARTER: (first.month - 1) // 3}
    return months.get(period.unit, first.year)


def named(period: Period, words: Words) -> str:
    """Return the name of a period in the reader's language."""
    return " – ".join(map(words.day, period.text().split(" – ")))
