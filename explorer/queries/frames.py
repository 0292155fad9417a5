"""Converts results to data frames that Streamlit can send to the browser, whatever the values are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from cypher.bolt.table import Table, distinct_names
from cypher.database.export import plain_text, well_formed

_SAFE = 2**53
"""The limit from which integers are not exact in the browser."""


def as_frame(table: Table) -> pd.DataFrame:
    """Return the rows with columns of numbers, booleans or texts.

    Mixed columns, lists, maps, and numbers that are too large for the browser become text.
    """
    names = distinct_names(map(well_formed, table.columns))
    columns = [_column([row[place] for row in table.rows]) for place in range(len(names))]
    frame = pd.DataFrame(dict(enumerate(columns)), index=range(len(table.rows)))
    return frame.set_axis(list(names), axis="columns")


def _column(values: Sequence[object]) -> pd.Series[Any]:
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, bool) for value in known):
        return pd.Series(values, dtype="boolean")
    if known and all(map(_is_whole, known)):
        return pd.Series(values, dtype="Int64")
    if known and all(isinstance(value, float) or _is_whole(value) for value in known):
        return pd.Series(values, dtype="float64")
    return pd.Series(
        [None if value is None else well_formed(plain_text(value)) for value in values], dtype=object
    )


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _SAFE
