"""Numbers with their nouns, for the lines of commands in English."""

from __future__ import annotations


def counted(number: int, one: str, other: str = "") -> str:
    """Return a number with its noun: ``1 article``, ``1,200 articles``; `other` is an irregular plural."""
    return f"{number:,} {one if number == 1 else other or one + 's'}"
