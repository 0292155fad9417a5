"""What a note is and which texts it may have. A note is not a verdict: it changes nothing that is drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from cypher.errors import UsageError

LONGEST_TEXT = 5_000
"""The maximum length of a note in characters."""

LONGEST_TAG = 60
"""The maximum length of a tag in characters."""

MOST_TAGS = 20
"""The maximum number of tags of a note."""

_ALLOWED_CONTROLS = frozenset("\n\t")
_REFUSED = frozenset({"Cc", "Cs", "Co"})
_UNSEEN_IN_TAGS = frozenset({"Cf", "Zl", "Zp"})


class NoteKind(StrEnum):
    """What a note is. A `TAG` has tags and no text; a `REPLY` answers another note."""

    NOTE = "note"
    QUESTION = "question"
    TAG = "tag"
    REPLY = "reply"


class TargetKind(StrEnum):
    """What a note can be on."""

    TIE = "tie"
    CLAIM = "claim"
    ENTITY = "entity"
    ARTICLE = "article"


class NoteRefusedError(UsageError):
    """A note has no text that can be kept; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a note says: its text and its tags."""

    text: str = ""
    tags: tuple[str, ...] = ()


def checked_wording(text: str, tags: Collection[str]) -> Wording:
    """Return text and tags as they are kept: without space around them, each tag once, sorted.

    Raises `NoteRefusedError` if both are empty, one is too long, or they have characters that no text has.
    """
    kept = Wording(_plain(text), tuple(sorted({" ".join(tag.split()) for tag in tags} - {""})))
    if not kept.text and not kept.tags:
        raise NoteRefusedError("A note needs a text or a tag. Write one, then save it again.")
    if len(kept.text) > LONGEST_TEXT:
        raise NoteRefusedError(
            f"A note has at most {LONGEST_TEXT:,} characters; this one has {len(kept.text):,}. Shorten it."
        )
    if len(kept.tags) > MOST_TAGS:
        raise NoteRefusedError(f"A note has at most {MOST_TAGS} tags; this one has {len(kept.tags)}.")
    for tag in kept.tags:
        _refuse_tag(tag)
    if any(_is_refused(character) for character in kept.text):
        raise NoteRefusedError("A note cannot contain control characters. Type it without them.")
    return kept


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _refuse_tag(tag: str) -> None:
    if len(tag) > LONGEST_TAG:
        raise NoteRefusedError(
            f"A tag has at most {LONGEST_TAG} characters; “{tag[:40]}…” has {len(tag):,}. Shorten it."
        )
    if any(_is_refused(each) or unicodedata.category(each) in _UNSEEN_IN_TAGS for each in tag):
        raise NoteRefusedError(f"The tag {tag!r} has invisible characters. Type it without them.")


def _is_refused(character: str) -> bool:
    return unicodedata.category(character) in _REFUSED and character not in _ALLOWED_CONTROLS
