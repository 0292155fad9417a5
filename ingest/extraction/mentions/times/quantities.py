"""Numbers in words, and expressions that say when without naming a year: "decades ago", "in the 1980s"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_TENS = {"belas": 10}
_FACTORS = {"puluh": 10, "ratus": 100, "hundred": 100}

_HIJRI = (
    r"(?:muharram|safar|rajab|sya'?ban|shaban|ramadh?an|syawal|shawwal|rabi'?ul \w+|jumadil \w+|d?zulh?ij?jah"
    r"|zulkaidah|dhu al-\w+)"
)

NOT_A_NUMBER = r"(?!\s+(?!(?:the|an?|when|as|by|and|oleh|ketika|saat|dan|di|in|at)\b)(?-i:[a-zà-ÿ]))"
"""Behind four digits that are a year: no noun that they would count ("in 1200 villages")."""


def any_of(words: object) -> str:
    """Return the pattern of any of some words, the longest first."""
    ordered = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"(?!)"


def number_pattern(words: Mapping[str, Any]) -> str:
    """Return the pattern of a number in digits or words: "12", "dua belas", "twenty-five"."""
    number = any_of([*words["numbers"], *_TENS, *_FACTORS])
    return rf"(?:\d{{1,3}}|{number}(?:[\s-]+(?:and\s+)?{number}){{0,3}})"


def vague_pattern(words: Mapping[str, Any]) -> str:
    """Return the pattern of decades, centuries, spans of years, other calendars and "decades ago"."""
    vague = words["vague"]
    ago, number, year = any_of(words["ago"]), number_pattern(words), r"[12]\d{3}"
    return "|".join(
        (
            rf"(?:{number}\s+)?{any_of(vague['units'])}\s+{ago}",
            rf"{any_of(vague['numbers'])}\s+(?:of\s+)?{any_of(words['units'])}\s+{ago}",
            rf"(?:{any_of(vague['alone'])})\s+{ago}",
            r"(?:tahun\s+)?\d{3}0(?:-?an|['’]?s)",
            r"abad\s+(?:ke[-\s]?)?(?:\d{1,2}|[ivx]+)",
            r"\d{1,2}(?:st|nd|rd|th)[-\s]century",
            rf"{any_of(vague['between'])}\s+{year}\s+{any_of(vague['and'])}\s+{year}",
            rf"{year}\s*[–-]\s*{year}",
            rf"\d{{1,2}}\s+{_HIJRI}(?:\s+1[34]\d\d)?(?:\s*(?:h|ah)\b)?",
            r"\d{1,4}\s*(?:bc|bce|sm)",
        )
    )


def quantity(text: str, words: Mapping[str, Any]) -> tuple[str, int]:
    """Return the unit and the number of an amount of time: ("year", 25) for "twenty-five years"."""
    unit, total, rest, counted = "day", 0, 0, False
    for word in re.split(r"[\s-]+", text.lower()):
        unit = words["units"].get(word, words["single_units"].get(word, unit))
        if word.isdigit() or word in words["numbers"] or word in _TENS or word in _FACTORS:
            counted = True
        if word in _FACTORS:
            total, rest = total + max(rest, 1) * _FACTORS[word], 0
        else:
            rest += int(word) if word.isdigit() else words["numbers"].get(word, _TENS.get(word, 0))
    return unit, total + rest if counted else 1
