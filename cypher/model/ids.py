"""Deterministic identifiers: the same content has the same id, so that loading twice changes nothing."""

from __future__ import annotations

import hashlib
import unicodedata

_SEPARATOR = "\x1f"  # cannot occur in text that a reader accepted, so ("ab", "c") differs from ("a", "bc")


def content_id(prefix: str, *parts: object) -> str:
    """`prefix` and the first 80 bits of a hash of `parts`, e.g. ``claim-3f9a0c…`` (20 hex digits).

    `None` and the empty string are different parts. Order counts: sort what has no order first.
    """
    text = _SEPARATOR.join("\0" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.blake2b(text.encode(), digest_size=10).hexdigest()}"


def alias_key(name: str) -> str:
    """The key under which every spelling of a name is looked up.

    Case, accents, apostrophes, hyphens, punctuation and runs of white space do not count, so that
    "Amir-Abdollahian", "Amir Abdollahian" and "AMIR ABDOLLAHIAN" share one key.
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = (_key_character(character) for character in decomposed if not unicodedata.combining(character))
    return " ".join("".join(letters).split())


def _key_character(character: str) -> str:
    if character.isalnum():
        return character
    return "" if character in "'’‘ʼʻ`´." else " "
