"""Values in the parameters of an address: lists of texts, separated by commas, numbers and languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote

_LANGUAGE = re.compile("[a-z]{2,3}")
_DIGITS = 9
"""The number of digits of a number that are read; Python refuses to convert thousands of them."""


def joined(values: Iterable[str]) -> str:
    """Return the values as one text."""
    return ",".join(quote(value, safe="") for value in values)


def pieces(text: str | None) -> tuple[str, ...]:
    """Return the parts of a text as they are written, without empty ones."""
    return tuple(piece for piece in (text or "").split(",") if piece)


def parted(text: str | None) -> tuple[str, ...]:
    """Return the values in a text, each once."""
    return tuple(dict.fromkeys(map(unquote, pieces(text))))


def number_in(text: str) -> int | None:
    """Return the whole number that a text means, by its first digits; None if it has other characters."""
    return int(text[:_DIGITS]) if text.isascii() and text.isdigit() else None


def is_language(code: str) -> bool:
    """Return whether a text can be the code of a language."""
    return bool(_LANGUAGE.fullmatch(code))


def left_out(asked: Mapping[str, str], read: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Return those of the parameters called `names` of which `read` lacks a value that `asked` has."""
    return [name for name in names if set(parted(asked.get(name))) - set(parted(read.get(name)))]
