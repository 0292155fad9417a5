"""Puts the characters of a PDF page together to pieces of lines, by where they stand."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u2011": "-"}
"""Hyphens of typesetters, and two characters by which PDFium marks the hyphen at the end of a line."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SHOWN = _HYPHENS | _LIGATURES
_WORD_GAP, _COLUMN_GAP, _STEP_BACK = 0.18, 1.2, 1.0
"""Distances between two characters as parts of their height: between words, between columns, backwards."""

_UPRIGHT = 0.1  # radians


class Character(NamedTuple):
    """A character and the box around it, in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a piece of one: its text and the box around it, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """The height, which follows from the size of the letters."""
        return self.top - self.bottom

    def is_beside(self, other: Line | Character) -> bool:
        """Return whether two lines stand at the same height: they share most of the smaller height."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > 0.5 * min(self.size, other.top - other.bottom)

    def with_next(self, other: Line, between: str = " ") -> Line:
        """Return this line with a piece to its right."""
        return Line(
            f"{self.text}{between}{other.text}",
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


def characters_of(page: Any) -> Iterator[Character]:  # noqa: ANN401 - a text page of pypdfium2
    """Yield the characters of a text page in the order of the file; a space has no width."""
    box, previous = pdfium.FS_RECTF(), None
    for number in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, number)
        text = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if text.isspace() or not pdfium.FPDFText_GetLooseCharBox(page, number, ctypes.byref(box)):
            yield Character(" ", 0, 0, 0, 0)
            continue
        found = Character(_SHOWN.get(text, text), box.left, box.bottom, box.right, box.top)
        if previous is None or abs(found.bottom - previous.bottom) > 0.5:
            angle = pdfium.FPDFText_GetCharAngle(page, number)
            found = found._replace(upright=min(angle, abs(angle - 6.2832)) < _UPRIGHT)
        elif not previous.upright:
            found = found._replace(upright=False)
        yield found
        previous = found


def pieces_of(characters: Iterable[Character]) -> list[Line]:
    """Return the pieces of lines of upright characters, in the order of the file."""
    pieces: list[Line] = []
    texts: list[str] = []
    piece, is_spaced = None, False
    for each in characters:
        if each.text == " ":
            is_spaced = True
            continue
        if not each.upright or each.top <= each.bottom:
            continue
        if piece is not None and _goes_on(piece, each):
            gap = each.left - piece.right
            texts.append(f" {each.text}" if is_spaced or gap > _WORD_GAP * piece.size else each.text)
            piece = replace(piece, right=max(piece.right, each.right))
        else:
            if piece is not None:
                pieces.append(replace(piece, text="".join(texts)))
            texts, piece = [each.text], Line("", each.left, each.bottom, each.right, each.top)
        is_spaced = False
    return [*pieces, replace(piece, text="".join(texts))] if piece is not None else pieces


def _goes_on(piece: Line, character: Character) -> bool:
    gap = character.left - piece.right
    return piece.is_beside(character) and -_STEP_BACK * piece.size < gap < _COLUMN_GAP * piece.size
