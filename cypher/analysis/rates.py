"""Compares how often something happened in a period with how often it did in an earlier one, the baseline.

Both counts are taken as events that come by chance at some rate. If the rate did not change, each event of
both periods falls into the later one with a probability that is its share of the days.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from cypher.analysis.values import Values, whole
from cypher.bolt.table import Table
from cypher.errors import UsageError


@dataclass(frozen=True, slots=True)
class Periods:
    """A period and its baseline, in whole days with both ends."""

    since: date
    until: date
    baseline_since: date
    baseline_until: date

    @property
    def days(self) -> int:
        """The days of the period."""
        return (self.until - self.since).days + 1

    @property
    def baseline_days(self) -> int:
        """The days of the baseline."""
        return (self.baseline_until - self.baseline_since).days + 1

    def usual(self, before: int) -> float:
        """Return how many events so many days would have at the rate of the baseline, which had `before`."""
        return before * self.days / self.baseline_days

    def chance(self, now: int, before: int) -> float:
        """Return the probability of `now` events or more in the period, if the rate did not change.

        The number of events in both periods together, `now` and `before`, is taken as given.
        """
        share = self.days / (self.days + self.baseline_days)
        return upper_tail(now, now + before, share)


def upper_tail(least: int, draws: int, probability: float) -> float:
    """Return the probability of `least` or more successes in `draws`; `probability` is between 0 and 1."""
    if least <= 0:
        return 1.0
    hit, miss = math.log(probability), math.log1p(-probability)
    whole = math.lgamma(draws + 1)
    return min(
        1.0,
        math.fsum(
            math.exp(whole - math.lgamma(k + 1) - math.lgamma(draws - k + 1) + k * hit + (draws - k) * miss)
            for k in range(least, draws + 1)
        ),
    )


def periods_of(values: Values) -> Periods:
    """Return the periods that a question names; raises `UsageError` unless the baseline is wholly earlier."""
    names = ("since", "until", "baseline_since", "baseline_until")
    since, until, first, last = (date.fromisoformat(str(values[name])) for name in names)
    if since > until or first > last:
        raise UsageError("A period ends before it begins. Choose a later last day, or an earlier first day.")
    if last >= since:
        raise UsageError(
            f"The baseline lasts until {last}, but the period begins on {since}. Choose a baseline that ends "
            "before the period begins."
        )
    return Periods(since, until, first, last)


def against_baseline(table: Table, values: Values) -> Table:
    """Compare the columns ``in_period`` and ``in_baseline`` of each row, the most unlikely increase first.

    The result has the same columns, and after these two what `ADDED` names: the mean of the baseline for as
    many days as the period has, the ratio to it (None if it is 0), the chance, and both periods. Rows that
    are equal in these stay in their order.
    """
    periods = periods_of(values)
    at = table.columns.index("in_baseline") + 1
    rows = [
        (*row[:at], *_compared(periods, row[at - 2], row[at - 1]), *row[at:])
        for row in table.rows
        if row[at - 2] + row[at - 1] > 0
    ]
    columns = (*table.columns[:at], *ADDED, *table.columns[at:])
    order = columns.index("chance"), columns.index("in_period")
    rows.sort(key=lambda row: (row[order[0]], -row[order[1]]))
    return Table(columns, tuple(rows[: whole(values, "limit")] if "limit" in values else rows))


ADDED = ("usual", "ratio", "chance", "days", "baseline_days", "baseline_since", "baseline_until")
"""The columns that a comparison with the baseline adds."""


def _compared(periods: Periods, now: int, before: int) -> tuple[object, ...]:
    usual = periods.usual(before)
    return (
        round(usual, 2),
        round(now / usual, 2) if before else None,
        _significant(periods.chance(now, before)),
        periods.days,
        periods.baseline_days,
        periods.baseline_since.isoformat(),
        periods.baseline_until.isoformat(),
    )


def _significant(chance: float) -> float:
    """Return a probability with three significant digits."""
    return float(f"{chance:.3g}")
