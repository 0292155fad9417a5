"""Converts results to data frames: for the browser, which takes few types of values, and for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import pandas as pd
from pandas.io.formats.style import Styler

from cypher.bolt.table import Table, distinct_names
from cypher.database.export import plain_text, well_formed
from explorer.words import Words

_GROUPED_FROM = 1_000
_MOST_STYLED = 100_000

Kind = Literal["boolean", "Int64", "float64"]

_LARGEST = 2**63
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


def with_separators(
    frame: pd.DataFrame, words: Words, counts: Iterable[str] | None = None
) -> pd.DataFrame | Styler:
    """Return the table with the separators of the language in whole numbers; it is sorted by them as before.

    `counts` are the columns with counts, by default all that have whole numbers: an analyst's own query may
    return years. Tables that need no separators, or are too large for the browser to write them, stay as they
    are.
    """
    whole = [name for name in frame.columns if pd.api.types.is_integer_dtype(frame[name].dtype)]
    large: list[Any] = [
        name
        for name in (whole if counts is None else [each for each in counts if each in whole])
        if (frame[name].abs() >= _GROUPED_FROM).any()
    ]
    if not large or frame.size > _MOST_STYLED:
        return frame

    def written(value: Any) -> str:  # noqa: ANN401 - a whole number of numpy or pandas
        return words.number(int(value))

    return frame.style.format(written, subset=large, na_rep="")


def typed_frame(table: Table) -> pd.DataFrame:
    """Return the rows for a script: whole numbers stay whole beside missing ones, lists and maps stay so."""
    columns = [_typed([row[place] for row in table.rows]) for place in range(len(table.columns))]
    frame = pd.DataFrame(dict(enumerate(columns)), index=range(len(table.rows)))
    return frame.set_axis(list(table.columns), axis="columns")


def _typed(values: Sequence[object]) -> pd.Series[Any]:
    if (kind := _kind(values, _LARGEST)) is not None:
        return pd.Series(values, dtype=kind)
    if all(value is None or isinstance(value, str) for value in values):
        return pd.Series(values, dtype="str")
    return pd.Series(values, dtype=object)


def _column(values: Sequence[object]) -> pd.Series[Any]:
    if (kind := _kind(values, _SAFE)) is not None:
        return pd.Series(values, dtype=kind)
    return pd.Series(
        [None if value is None else well_formed(plain_text(value)) for value in values], dtype=object
    )


def _kind(values: Iterable[object], limit: int) -> Kind | None:
    """Return the type of truth values or numbers with gaps; None for other and mixed values.

    Whole numbers must be below `limit`, positive or negative.
    """
    known = [value for value in values if value is not None]
    whole = [isinstance(each, int) and not isinstance(each, bool) and abs(each) < limit for each in known]
    if known and all(isinstance(value, bool) for value in known):
        return "boolean"
    if known and all(whole):
        return "Int64"
    if known and all(fits or isinstance(each, float) for fits, each in zip(whole, known, strict=True)):
        return "float64"
    return None
