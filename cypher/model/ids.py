"""Deterministic ids: equal content has equal ids, so that loading something twice changes nothing."""

from __future__ import annotations

import hashlib
import unicodedata

_SEPARATOR = "\x1f"  # never occurs in accepted text, so that ("ab", "c") differs from ("a", "bc")


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix` and an 80-bit hash of `parts`, e.g. ``claim-3f9a0c…`` (20 hex digits).

    `None` and the empty string are different parts. The order of the parts counts: sort unordered ones first.
    """
    texts = [part if type(part) is str else "\0" if part is None else str(part) for part in parts]
    text = _SEPARATOR.join(texts)
    return f"{prefix}-{hashlib.blake2b(text.encode(), digest_size=10).hexdigest()}"


BY_HAND = "by hand"
"""The words that mark a claim made by an analyst, before their name."""

HAND_DOCUMENT = "by-hand"
"""The prefix of the ids of documents that hold one claim made by hand; statements name it, too."""

_ANALYST = "analyst+"


def by_analyst(author: str) -> str:
    """Return the extractor of claims that an analyst makes by hand."""
    return f"{_ANALYST}{author}"


def analyst_of(extractor: str) -> str | None:
    """Return the analyst who made a claim by hand, None if it was extracted."""
    return extractor.removeprefix(_ANALYST) if extractor.startswith(_ANALYST) else None


_MODEL = "llm+"


def by_model(model: str) -> str:
    """Return the extractor of claims that a language model makes, such as ``llm+qwen3``."""
    return f"{_MODEL}{model}"


def model_of(extractor: str) -> str | None:
    """Return the language model that made a claim, None if rules or a person did."""
    return extractor.removeprefix(_MODEL) if extractor.startswith(_MODEL) else None


_DATA = "data+"


def by_dataset(name: str) -> str:
    """Return the extractor of claims that a data set of events makes, such as ``data+icews``."""
    return f"{_DATA}{name}"


def dataset_of(extractor: str) -> str | None:
    """Return the data set that coded a claim, None if the claim was extracted or made by hand."""
    return extractor.removeprefix(_DATA) if extractor.startswith(_DATA) else None


_TABLE = "csv:"


def own_table_name(title: str) -> str:
    """Return the name of a data set that is a table of one's own."""
    return f"{_TABLE}{title}"


def dataset_label(name: str) -> str:
    """Return a data set's name for people: ``ICEWS``, or the title of a table of one's own."""
    return name.removeprefix(_TABLE) if name.startswith(_TABLE) else name.upper()


def coded_by(name: str) -> str:
    """Return the beginning of what a data set says of an event where it gives no sentence."""
    return f"{dataset_label(name)} codes this as "


def voice_of(text: str) -> str:
    """Return the voice of a sentence, which depends on its words only: syndicated copies share one."""
    return content_id("voice", alias_key(text))


def alias_key(name: str) -> str:
    """Return the key under which every spelling of a name is looked up.

    It ignores case, accents, apostrophes, hyphens, punctuation and runs of white space: "Amir-Abdollahian",
    "Amir Abdollahian" and "AMIR ABDOLLAHIAN" share one key.
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(decomposed.translate(_KEY_CHARACTERS).split())


class _KeyCharacters(dict[int, str]):
    """What stands in a key for each character of a name, by code point; filled as characters occur."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.combining(character):
            key = ""
        elif character.isalnum():
            key = character
        else:
            key = "" if character in "'’‘ʼʻ`´." else " "
        return self.setdefault(code, key)


_KEY_CHARACTERS = _KeyCharacters()
