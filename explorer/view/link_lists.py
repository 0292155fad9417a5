"""Lists of texts in the parameters of an address, separated by commas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote


def joined(values: Iterable[str]) -> str:
    """Return the values as one text."""
    return ",".join(quote(value, safe="") for value in values)


def pieces(text: str | None) -> tuple[str, ...]:
    """Return the parts of a text as they are written, without empty ones."""
    return tuple(piece for piece in (text or "").split(",") if piece)


def parted(text: str | None) -> tuple[str, ...]:
    """Return the values in a text, each once."""
    return tuple(dict.fromkeys(map(unquote, pieces(text))))


def left_out(asked: Mapping[str, str], read: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Return those of the parameters called `names` of which `read` lacks a value that `asked` has."""
    return [name for name in names if set(parted(asked.get(name))) - set(parted(read.get(name)))]
