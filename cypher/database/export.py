"""Tables as files that other programs read: JSON and CSV; the module `graphml` writes those that are graphs.

A `stamp` says what a file shows: the question or view, its lens, when it was made. JSON and GraphML have a
place for it. CSV has none: a line before the header, or after the rows, is a row to every program that reads
it. So a stamp of a CSV file is a text file beside it.
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
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a text begins that a spreadsheet may take for a formula; the last four are wide forms of the first."""


def as_json(table: Table, stamp: Stamp = NO_STAMP) -> str:
    """A list of objects, one a row; with a stamp an object ``{"about": stamp, "rows": […]}``.

    It is strict JSON: what is no number, and infinity, is null. Whole numbers beyond 64 bits are texts.
    """
    names = distinct_names(_HALVES.sub("\ufffd", column) for column in table.columns)
    rows = [dict(zip(names, map(_plain, row), strict=True)) for row in table.rows]
    content = {"about": _plain(dict(stamp)), "rows": rows} if stamp else rows
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2)


def as_csv(table: Table) -> str:
    """A header and a line for each row, as RFC 4180 has it; null is empty, lists are joined by semicolons.

    Text that a spreadsheet would take for a formula gets an apostrophe in front: it comes from the news.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_cell(column) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def as_lines(stamp: Stamp) -> str:
    """A stamp as text, a line for each part."""
    return "".join(f"{name}: {well_formed(' '.join(value.split()))}\n" for name, value in stamp.items())


def well_formed(text: str) -> str:
    """`text` with a replacement for each character that XML forbids: control characters, halves of pairs."""
    return _FORBIDDEN.sub("\ufffd", text)


def plain_text(value: object) -> str:
    """A value as a person reads it: nothing for null, lists joined by semicolons, maps as JSON."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(plain_text(member) for member in value)
    if isinstance(value, dict):
        return json_text(value)
    return str(value) if isinstance(value, float) else str(_plain(value))


def json_text(value: object) -> str:
    """A value as strict JSON on one line."""
    return json.dumps(_plain(value), ensure_ascii=False, allow_nan=False)


def _plain(value: object) -> object:
    """A value as JSON knows it."""
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


def _cell(value: object) -> object:
    if isinstance(value, bool | int | float):
        return "" if isinstance(value, float) and math.isnan(value) else value
    text = well_formed(plain_text(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
