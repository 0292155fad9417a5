"""The name under which somebody judges: which ones can be taken, and how a cookie holds one."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote, unquote

from cypher.errors import UsageError

LONGEST = 60
"""Characters of a name."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories that are invisible: controls, marks of direction, lone surrogates, line breaks."""

_BLANK_LETTERS = frozenset(
    "\u115f\u1160\u3164\uffa0\u2800\u034f"
)  # they count as letters, and nobody sees them


class NameRefusedError(UsageError):
    """A name that cannot be taken."""


REFUSALS = (
    "A name has at most {longest} characters. Type a shorter one.",
    "A name cannot contain invisible characters, such as marks of direction. Type it without them.",
    "A name needs at least one letter or digit. Type who you are.",
)
"""Why a name is not taken."""


def checked_name(text: str) -> str:
    """The name in what somebody typed, with single spaces.

    Raises `NameRefusedError` when it is too long, has no letter or digit, or has invisible characters: one
    reader could then be taken for another.
    """
    name = unicodedata.normalize("NFC", " ".join(text.strip(" ").split(" ")))
    faults = (len(name) > LONGEST, any(map(_is_unseen, name)), not any(map(str.isalnum, name)))
    if refusal := next((reason for reason, fault in zip(REFUSALS, faults, strict=True) if fault), None):
        raise NameRefusedError(refusal)
    return " ".join(name.split())


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or character in _BLANK_LETTERS


def as_cookie(name: str) -> str:
    """The name in characters that a cookie may have."""
    return quote(name, safe="")


def from_cookie(value: object) -> str | None:
    """The name in a cookie; None when there is none, or one that cannot be taken."""
    if not isinstance(value, str):
        return None
    try:
        return checked_name(unquote(value, errors="strict"))
    except (NameRefusedError, UnicodeDecodeError):
        return None
