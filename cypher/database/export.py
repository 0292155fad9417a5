"""Writes tables as JSON and CSV for other programs; the module `graphml` writes graphs.

A `stamp` says what a file shows: the query or view, its lens, and when it was made. JSON and GraphML have a
place for it. CSV has none, because programs would read it as a row; its stamp is a text file of its own.
"""

from __future__ import annotations

import base64
import csv
import io
import json
import math
import re
from collections.abc import Mapping
from types import MappingProxyType

from cypher.bolt.table import Table, distinct_names

Stamp = Mapping[str, str]
NO_STAMP: Stamp = MappingProxyType({})

_HALVES = re.compile("[\ud800-\udfff]")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = re.compile(
    r"(?<![^;\t\r\n])"
    r"((?:[^\S\t\r\n]|[\ufeff\u00ad\u200b-\u200f\u2060\ufffd\"'\u2018-\u201f])*)"
    r"(?=[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])"
)
"""The places in a text where a spreadsheet may take what follows for a formula.

They are its beginning, and the beginning of what follows a line break, a tab or a semicolon, which many
spreadsheets take for the end of a cell; spaces, invisible characters and quotes may stand before it. The last
characters are the small and the full-width forms of = + - @.
"""


def as_json(table: Table, stamp: Stamp = NO_STAMP) -> str:
    """Write a list of objects, one for each row; with a stamp, an object ``{"about": stamp, "rows": […]}``.

    It is strict JSON: NaN and infinity become null, and integers beyond 64 bits become strings.
    """
    names = distinct_names(_HALVES.sub("\ufffd", column) for column in table.columns)
    rows = [dict(zip(names, map(_plain, row), strict=True)) for row in table.rows]
    content = {"about": _plain(dict(stamp)), "rows": rows} if stamp else rows
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2)


def as_csv(table: Table) -> str:
    """Write a header and a line for each row (RFC 4180); null is empty, lists are joined by semicolons.

    What a spreadsheet would take for a formula gets an apostrophe in front (`inert`), because text from the
    news may be hostile.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_cell(column) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def as_lines(stamp: Stamp) -> str:
    """Write a stamp as text, one line for each entry."""
    return "".join(f"{name}: {well_formed(' '.join(value.split()))}\n" for name, value in stamp.items())


def well_formed(text: str) -> str:
    """Replace each character that XML forbids: control characters and lone surrogates."""
    return _FORBIDDEN.sub("\ufffd", text)


def plain_text(value: object) -> str:
    """Format a value for a person: null is empty, lists are joined by semicolons, maps are JSON."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(plain_text(member) for member in value)
    if isinstance(value, dict):
        return json_text(value)
    return str(value) if isinstance(value, float) else str(_plain(value))


def json_text(value: object) -> str:
    """Format a value as strict JSON on one line."""
    return json.dumps(_plain(value), ensure_ascii=False, allow_nan=False)


def _plain(value: object) -> object:
    """Convert a value to one that JSON has."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, Mapping):
        return {_HALVES.sub("\ufffd", str(key)): _plain(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(member) for member in value]
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode()
    return _HALVES.sub("\ufffd", str(value))


def _number(value: float) -> float | str | None:
    if isinstance(value, int):
        return value if -(2**63) <= value < 2**63 else str(value)
    return value if math.isfinite(value) else None


def safe_cell(text: str) -> str:
    """Return a text as a cell of CSV: without what XML forbids, and inert in a spreadsheet."""
    return inert(well_formed(text))


def _cell(value: object) -> object:
    if isinstance(value, bool | int | float):
        return "" if isinstance(value, float) and math.isnan(value) else value
    return safe_cell(plain_text(value))


def inert(text: str) -> str:
    """Return text with an apostrophe before each character that a spreadsheet may take for a formula's first.

    A tab or line break at the beginning gets one as well.
    """
    safe = _FORMULA.sub(lambda found: f"{found[1]}'", text)
    return f"'{safe}" if safe.startswith(("\t", "\r", "\n")) else safe
