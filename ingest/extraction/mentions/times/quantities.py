"""Amounts of time in digits and words: "25 tahun", "dua puluh lima tahun", "twenty-five years"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_DIGITS = r"\d+(?:[.,]\d+)*"
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})*|\d+")
_HUNDRED = 100
_MOST_WORDS = 6
"""The maximum number of further words of a number: "seribu sembilan ratus dua puluh lima"."""


def any_of(words: object) -> str:
    """Return the pattern of any of some words, the longest first."""
    ordered = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"(?!)"


def number_pattern(words: Mapping[str, Any]) -> str:
    """Return the pattern of a number in digits or words: "12", "dua belas", "twenty-five"."""
    number = any_of([*words["numbers"], *words["teens"], *words["factors"]])
    return (
        rf"(?:{_DIGITS}|{number}(?:[\s-]+(?:{any_of(words['number_and'])}\s+)?{number}){{0,{_MOST_WORDS}}})"
    )


def amount_pattern(words: Mapping[str, Any]) -> str:
    """Return the pattern of an amount of time: "dua hari", "sehari", "two days"."""
    single = any_of(words["single_units"])
    return rf"(?:{number_pattern(words)}\s+{any_of(words['units'])}|{single})"


def quantity(text: str, words: Mapping[str, Any]) -> tuple[str, int] | None:
    """Return the unit and the number of an amount of time: ("year", 25) for "twenty-five years".

    None for a number that is not whole: "2.5 years".
    """
    parts = re.split(r"[\s-]+", text.lower())
    if any(part[:1].isdigit() and _GROUPED.fullmatch(part) is None for part in parts):
        return None
    known = {**words["units"], **words["single_units"]}
    unit = next((known[part] for part in parts if part in known), "day")
    times = max((words["multiples"].get(part, 1) for part in parts), default=1)
    return unit, _number(parts, words) * times


def _number(parts: list[str], words: Mapping[str, Any]) -> int:
    """Return the number in some words, 1 if they contain none ("sehari")."""
    total, rest, counted = 0, 0, False
    for part in parts:
        value, factor = _value(part, words), words["factors"].get(part)
        counted = counted or bool(factor) or value is not None
        if factor:
            total, rest = total + max(rest, 1) * factor, 0
        elif value is not None and value >= _HUNDRED:
            total += value
        else:
            rest += value or 0
    return total + rest if counted else 1


def _value(part: str, words: Mapping[str, Any]) -> int | None:
    if part[:1].isdigit():
        return int(re.sub(r"\D", "", part))
    value = words["numbers"].get(part, words["teens"].get(part))
    return None if value is None else int(value)
