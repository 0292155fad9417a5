"""Draws a picture as PNG, black on white, for documents that are printed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import singledispatch
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from explorer.briefs.pictures.font import font
from explorer.briefs.pictures.legible import legible
from explorer.briefs.pictures.letters import face_of
from explorer.briefs.pictures.shapes import (
    INK,
    PAPER,
    TEXT_SIZE,
    WIDTH,
    Box,
    Drawing,
    Label,
    Point,
    Polygon,
    Shape,
    Stroke,
)
from explorer.briefs.plain import one_line

SCALE = 3
"""The pixels of the file for each of the layout."""
_FINER = 2  # each pixel of the file is the mean of so many squared, which smooths slanted lines
_FULL = SCALE * _FINER
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
"""The names that Pillow has for the sides of labels, each at their baseline."""
_COLOURS = {INK: "black", PAPER: "white"}
_EDGE = 2.5


def as_png(drawing: Drawing) -> bytes:
    """Draw the picture, at `SCALE` pixels for each of the layout.

    Each name has a font with all its letters, or else the number that `legible` gives it.
    """
    size = (WIDTH * _FULL, math.ceil(drawing.height) * _FULL)
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for shape in legible(drawing)[0].shapes:
        _draw(shape, image, pen)
    file = BytesIO()
    image.reduce(_FINER).save(file, "PNG", optimize=True)
    return file.getvalue()


@singledispatch
def _draw(shape: Shape, _image: Image.Image, _pen: ImageDraw.ImageDraw) -> None:
    raise NotImplementedError(type(shape).__name__)


@_draw.register
def _box(box: Box, _image: Image.Image, pen: ImageDraw.ImageDraw) -> None:
    ends = (box.x, box.y, box.x + box.width, box.y + max(box.height, 1))
    pen.rectangle([_FULL * end for end in ends], fill=_mixed(box.colour, box.strength))


@_draw.register
def _polygon(shape: Polygon, _image: Image.Image, pen: ImageDraw.ImageDraw) -> None:
    points, width = _scaled(shape.points), round(shape.width * _FULL)
    pen.polygon(points, fill=_colour(shape.fill))
    pen.line([*points, *points[:2]], _colour(shape.outline), width, joint="curve")


@_draw.register
def _stroke(line: Stroke, _image: Image.Image, pen: ImageDraw.ImageDraw) -> None:
    width = max(1, round(line.width * _FULL))
    for piece in _pieces(line.points, line.dash):
        pen.line(_scaled(piece), _colour(line.colour), width, joint="curve")


@_draw.register
def _label(label: Label, image: Image.Image, pen: ImageDraw.ImageDraw) -> None:
    text = one_line(label.text)
    letters = font(TEXT_SIZE * _FULL, face_of(text))
    place = (_FULL * label.x, _FULL * label.y)
    if not label.upright:
        edge = round(_EDGE * _FULL) if label.raised else 0
        anchor = _ANCHORS[label.side]
        pen.text(place, text, "black", letters, anchor, stroke_width=edge, stroke_fill="white")
        if edge:
            pen.text(place, text, "black", letters, anchor)
        return
    width, height = math.ceil(letters.getlength(text)), 2 * TEXT_SIZE * _FULL
    strip = Image.new("L", (max(width, 1), height))
    ImageDraw.Draw(strip).text((0, height // 2), text, 255, letters, "ls")
    turned = strip.rotate(90, expand=True)
    image.paste("black", (round(place[0]) - height // 2, round(place[1]) - turned.height), turned)


def _pieces(points: Sequence[Point], dash: Sequence[float]) -> Iterator[list[Point]]:
    """Yield the parts of a line that are drawn: all of it, or its dashes."""
    if not dash:
        yield list(points)
        return
    start, left, at, piece = points[0], dash[0], 0, [points[0]]
    for end in points[1:]:
        while (rest := math.dist(start, end)) >= left:
            share = left / rest
            start = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            if at % 2 == 0:
                yield [*piece, start]
            at += 1
            left, piece = dash[at % len(dash)], [start]
        left -= rest
        start = end
        piece.append(end)
    if at % 2 == 0 and len(piece) > 1:
        yield piece


def _scaled(points: Sequence[Point]) -> list[Point]:
    return [(x * _FULL, y * _FULL) for x, y in points]


def _colour(colour: str) -> str:
    return _COLOURS.get(colour, colour)


def _mixed(colour: str, strength: float) -> tuple[int, ...]:
    """Mix a colour with white."""
    channels = ImageColor.getrgb(_colour(colour))[:3]
    return tuple(round(255 + (channel - 255) * strength) for channel in channels)
