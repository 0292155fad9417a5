"""The curve of cooperation and conflict: claims for each month, conflict below the line.

The axis is time. A month without claims is a gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from cypher.model.graph import Sign
from explorer.network.style import SIGN_COLOURS
from explorer.queries.spoken import head
from explorer.words import Words

HEIGHT = 170
_LEAST_MONTHS = 12
_WITHOUT_MINUS = alt.Axis(labelExpr="abs(datum.value)", tickMinStep=1)
_WAYS = {Sign.COOPERATION: 1, Sign.NEUTRAL: 1, Sign.CONFLICT: -1}


def balance_chart(months: Sequence[Mapping[str, Any]], words: Words) -> alt.Chart:
    """Return the chart of rows with ``month`` (YYYY-MM), ``sign`` and ``claims``.

    Signs other than cooperation, neutral and conflict are left out.
    """
    rows = [row for row in months if row["sign"] in set(_WAYS)]
    frame = pd.DataFrame(
        {
            "month": [f"{row['month']}-01" for row in rows],
            "name": [words.day(row["month"]) for row in rows],
            "sign": [words.term(row["sign"]) for row in rows],
            "claims": [row["claims"] for row in rows],
            "height": [row["claims"] * _WAYS[Sign(row["sign"])] for row in rows],
        }
    )
    colours = {words.term(sign): SIGN_COLOURS[sign] for sign in _WAYS}
    chart: alt.Chart = (
        alt.Chart(frame, height=HEIGHT)
        .mark_bar(cornerRadius=2)
        .encode(
            x=alt.X(
                "month:T", timeUnit="utcyearmonth", title=None, scale=alt.Scale(domain=_months_shown(rows))
            ),
            y=alt.Y("height:Q", title=head("claims", words), axis=_WITHOUT_MINUS),
            color=alt.Color(
                "sign:N",
                title=None,
                legend=alt.Legend(orient="top"),
                scale=alt.Scale(domain=list(colours), range=list(colours.values())),
            ),
            tooltip=[
                alt.Tooltip("name:N", title=head("month", words)),
                alt.Tooltip("sign:N", title=head("sign", words)),
                alt.Tooltip("claims:Q", title=head("claims", words)),
            ],
        )
    )
    return chart


def _months_shown(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the first month of the axis and the one after its last.

    They are at least a year apart, so that the bar of a month stays narrow.
    """
    months = pd.PeriodIndex([row["month"] for row in rows], freq="M")
    first, last = months.min(), months.max() + 1
    return [str(min(first, last - _LEAST_MONTHS)), str(last)]
