"""How tooltips write numbers: whole, with the separators of the reader's language."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import altair as alt
import pandas as pd

WHOLE = ",d"
"""The format of counts, which are never rounded."""

_DIGITS = 4
_WRITTEN_OUT = (1e-6, 1e15)


def number_format(values: Iterable[float]) -> str:
    """Return Vega's format for these numbers: all digits of whole ones, else as many as the smallest needs.

    Only numbers that are too large or small to be written out get an exponent.
    """
    sizes = [abs(value) for value in values if value and math.isfinite(value)]
    least, most = _WRITTEN_OUT
    if any(size >= most for size in sizes):
        return ",.6~g"
    if all(float(size).is_integer() for size in sizes):
        return WHOLE
    smallest = max(min(sizes), least)
    return f",.{max(2, _DIGITS - 1 - math.floor(math.log10(smallest)))}~f"


def tooltips_of(titles: Mapping[str, str], frame: pd.DataFrame) -> list[alt.Tooltip]:
    """Return the tooltips of the columns of `frame` that have a title."""
    return [_tooltip(name, title, frame[name]) for name, title in titles.items()]


def _tooltip(name: str, title: str, values: pd.Series[float]) -> alt.Tooltip:
    if not pd.api.types.is_numeric_dtype(values):
        return alt.Tooltip(f"{name}:N", title=title)
    return alt.Tooltip(f"{name}:Q", title=title, format=number_format(values))
