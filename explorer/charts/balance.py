"""The curve of cooperation and conflict: claims for each month, conflict below the line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from cypher.model.graph import Sign
from explorer.charts.colours import filled
from explorer.charts.heads import head
from explorer.charts.over_time import tooltips
from explorer.charts.periods import Period, period_named
from explorer.charts.time_axis import axis_of, named
from explorer.words import Words

HEIGHT = 170
_WITHOUT_MINUS = alt.Axis(labelExpr="abs(datum.value)", tickMinStep=1)
_WAYS = {Sign.COOPERATION: 1, Sign.NEUTRAL: 1, Sign.CONFLICT: -1}


def balance_chart(months: Sequence[Mapping[str, Any]], words: Words) -> alt.Chart:
    """Return the chart of rows with ``month`` (YYYY-MM), ``sign`` and ``claims``, at least one.

    The axis begins with the first month and ends with the last. Signs other than cooperation, neutral and
    conflict are left out.
    """
    rows = [
        (period, row)
        for row in months
        if row["sign"] in set(_WAYS) and (period := period_named(row["month"]))
    ]
    axis = axis_of(period for period, _ in rows)
    bars = pd.DataFrame([_bar(period, row, words) for period, row in rows])
    frame, painting = filled(bars, None, words)
    titles = {"x": head("month", words), "series": head("sign", words), "number": head("claims", words)}
    chart: alt.Chart = (
        alt.Chart(frame, height=HEIGHT)
        .mark_bar(cornerRadius=2, size=axis.bar_width())
        .encode(
            x=axis.x(None),
            y=alt.Y("y:Q", title=titles["number"], axis=_WITHOUT_MINUS),
            tooltip=tooltips(titles, bars["number"]),
            **painting,
        )
    )
    return chart


def _bar(period: Period, row: Mapping[str, Any], words: Words) -> dict[str, Any]:
    return {
        "x": period.middle().isoformat(),
        "y": row["claims"] * _WAYS[Sign(row["sign"])],
        "number": row["claims"],
        "series": words.term(row["sign"]),
        "period": named(period, words),
    }
