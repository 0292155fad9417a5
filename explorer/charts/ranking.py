"""Rankings: horizontal bars, so that long names can be read, with the longest on top."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from cypher.catalog.catalog import Returns
from explorer.charts.colours import fill_of
from explorer.charts.numbers import tooltips_of
from explorer.words import Words

MOST_BARS = 40
"""Maximum number of bars, so that each name can be read."""


def is_ranking(frame: pd.DataFrame, returns: Returns) -> bool:
    """Return whether a chart that is not over time ranks names."""
    return (returns.chart or "bar") == "bar" and not pd.api.types.is_numeric_dtype(frame["x"])


def with_remainder(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return the rows with one name for all that have none, which no other row has."""
    named = [value if isinstance(value, str) and value.strip() else None for value in frame["x"]]
    remainder = f"({words('no name')})"
    while remainder in named:
        remainder = f"({remainder})"
    return frame.assign(x=[remainder if name is None else name for name in named])


def best_of(frame: pd.DataFrame) -> list[str]:
    """Return the names to draw, the one with the largest sum first."""
    return list(frame.groupby("x")["y"].sum().nlargest(MOST_BARS).index)


def ranking(frame: pd.DataFrame, titles: Mapping[str, str], words: Words) -> alt.Chart:
    """Return the chart of rows with names ``x`` or None, numbers ``y`` and ``series`` if there is one."""
    whole = with_remainder(frame, words)
    shown, painting = fill_of(whole[whole["x"].isin(best_of(whole))], titles, words)
    chart: alt.Chart = (
        alt.Chart(shown, height=alt.Step(24))
        .mark_bar(cornerRadius=2)
        .encode(
            y=alt.Y("x:N", title=None, sort="-x", axis=alt.Axis(labelLimit=260)),
            x=alt.X("y:Q", title=titles["y"], axis=alt.Axis(tickMinStep=1)),
            tooltip=tooltips_of(titles, shown),
            **painting,
        )
    )
    return chart
