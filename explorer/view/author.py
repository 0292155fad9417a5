"""The name of an author: which names are allowed, and how a cookie stores one."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote, unquote

from cypher.errors import UsageError

LONGEST = 60
"""The maximum length of a name in characters."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories that are invisible: controls, marks of direction, lone surrogates, line breaks."""

_BLANK_LETTERS = frozenset(
    "\u115f\u1160\u3164\uffa0\u2800\u034f"
)  # invisible, although they are letters or marks


class NameRefusedError(UsageError):
    """A name is not allowed; the text says why."""


REFUSALS = (
    "A name has at most {longest} characters. Type a shorter one.",
    "A name cannot contain invisible characters, such as marks of direction. Type it without them.",
    "A name needs at least one letter or digit. Type who you are.",
)
"""The reasons for which a name is refused."""


def checked_name(text: str) -> str:
    """Return a typed name with single spaces.

    Raises `NameRefusedError` if it is too long, has no letter or digit, or has invisible characters, with
    which one reader could pass for another.
    """
    name = unicodedata.normalize("NFC", " ".join(text.strip(" ").split(" ")))
    faults = (len(name) > LONGEST, any(map(_is_unseen, name)), not any(map(str.isalnum, name)))
    if refusal := next((reason for reason, fault in zip(REFUSALS, faults, strict=True) if fault), None):
        raise NameRefusedError(refusal)
    return " ".join(name.split())


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or character in _BLANK_LETTERS


def as_cookie(name: str) -> str:
    """Encode the name for a cookie."""
    return quote(name, safe="")


def from_cookie(value: object) -> str | None:
    """Decode the name in a cookie; None if there is none, or if it is not allowed."""
    if not isinstance(value, str):
        return None
    try:
        return checked_name(unquote(value, errors="strict"))
    except (NameRefusedError, UnicodeDecodeError):
        return None
