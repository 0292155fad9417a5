"""Which font has all letters of a text and can write them as their script is written."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from explorer.briefs.pictures.font import Face, can_shape, has_letter, interface_face, machine_faces
from explorer.briefs.plain import one_line

_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
"""Categories of characters without a form of their own, such as spaces and joiners."""
_SELECTORS = range(0xFE00, 0xFE10)
_SHAPED = (
    range(0x0590, 0x10A0),
    range(0x1700, 0x1D00),
    range(0xA800, 0xAC00),
    range(0xFB1D, 0xFE00),
    range(0xFE70, 0xFEFF),
    range(0x10800, 0x12000),
)
"""Scripts whose letters join, change or run from right to left, from Hebrew and Arabic to those of India."""


_COMMON = {"CJK": "\u7684", "HANGUL": "\uc774"}
"""A common letter of each script with thousands of letters."""


@lru_cache(maxsize=20_000)
def face_of(text: str) -> Face | None:
    """Return the first font that has all letters of a text: that of the interface, else one of this machine.

    None if there is none, or if the letters need shaping and Pillow cannot do it.
    """
    letters = sorted({each for each in one_line(text) if _is_seen(each)})
    foreign = [each for each in letters if not has_letter(interface_face(), each)]
    if any(map(_is_shaped, letters)) and not can_shape():
        return None
    if not foreign:
        return interface_face()
    faces = machine_faces(_common(foreign[-1]))
    return next((face for face in faces if all(has_letter(face, each) for each in letters)), None)


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in _UNSEEN and ord(letter) not in _SELECTORS


def _common(letter: str) -> str:
    """Return a letter by which fonts of its script are found; large scripts are asked for only once."""
    return _COMMON.get(unicodedata.name(letter, "").split(" ")[0], letter)


def _is_shaped(letter: str) -> bool:
    return any(ord(letter) in each for each in _SHAPED)
