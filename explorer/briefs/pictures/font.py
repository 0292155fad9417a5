"""The fonts of pictures: that of the interface, which Streamlit brings, and those of this machine.

The font of the interface has all Latin letters. Other scripts need a font of the machine, found by fontconfig
or by its usual name.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files

from PIL import ImageFont, features

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

_FOLDER, _NAME = "static/static/media", "SourceSansVF-Upright"
_WEIGHT = 420
_USUAL = (
    "Arial Unicode.ttf", "PingFang.ttc", "Hiragino Sans GB.ttc", "AppleSDGothicNeo.ttc", "GeezaPro.ttc",
    "Kohinoor.ttc", "segoeui.ttf", "msyh.ttc", "YuGothM.ttc", "malgun.ttf", "Nirmala.ttc", "Nirmala.ttf",
)  # fmt: skip
"""Files of macOS and Windows, which have no fontconfig; Pillow looks them up in the folders of fonts."""
_BOXES = ("LastResort", "AdobeBlank")
"""Fonts that draw the same box, or nothing, for every letter."""
_SECONDS = 10
_LETTER_SIZE = 24
_NO_LETTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Face:
    """A font: its file, and its number in a file with several. Without a file it is that of Pillow."""

    file: str
    number: int = 0


@cache
def interface_face() -> Face:
    """Return the font of the interface; if Streamlit has none, that of Pillow, which has fewer letters."""
    folder = files("streamlit").joinpath(_FOLDER)
    found = next((each for each in folder.iterdir() if each.name.startswith(_NAME)), None)
    if found is None:
        return Face("")
    with as_file(found) as path:
        return Face(str(path))


@cache
def font(size: int, face: Face | None = None) -> Font:
    """Return a font in this size, by default that of the interface."""
    chosen = face or interface_face()
    if not chosen.file:
        return ImageFont.load_default(size)
    opened = ImageFont.truetype(chosen.file, size, chosen.number)
    try:
        if chosen == interface_face():
            opened.set_variation_by_axes([_WEIGHT])
        else:
            opened.set_variation_by_name("Regular")
    except (OSError, ValueError, NotImplementedError):
        pass  # most fonts have one weight only
    return opened


def can_shape() -> bool:
    """Return whether Pillow can join letters, and write from right to left."""
    return bool(features.check("raqm"))


@cache
def machine_faces(letter: str) -> tuple[Face, ...]:
    """Return the fonts of this machine that have a letter, those without serifs first."""
    return tuple(face for face in _candidates(letter) if has_letter(face, letter))


def _candidates(letter: str) -> Iterator[Face]:
    asked = f"sans-serif:charset={ord(letter):x}"
    command = ["fc-match", "-a", "--format", "%{file}\t%{index}\n", asked]
    try:
        found = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        found = ""
    for line in found.splitlines():
        file, _, number = line.partition("\t")
        if number.isdigit() and not any(name in file for name in _BOXES):
            yield Face(file, int(number) & 0xFFFF)  # the upper half names a weight
    yield from map(Face, _USUAL)


@lru_cache(maxsize=50_000)
def has_letter(face: Face, letter: str) -> bool:
    """Return whether a font has a letter, and not only the box for letters that it does not have."""
    try:
        return _drawn(face, letter) != _drawn(face, _NO_LETTER)
    except OSError:  # no such file, or a format without outlines
        return False


@lru_cache(maxsize=1_000)
def _drawn(face: Face, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = _plain(face).getmask(letter, "L")
    return mask.size, bytes(mask)


@cache
def _plain(face: Face) -> Font:
    """Return a font that draws each letter alone."""
    if not face.file:
        return ImageFont.load_default(_LETTER_SIZE)
    return ImageFont.truetype(face.file, _LETTER_SIZE, face.number, layout_engine=ImageFont.Layout.BASIC)
