"""The curve of a brief as a picture: bars for each month, conflict below the line. Its axis is time."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from cypher.model.graph import Sign
from explorer.briefs.blocks import Bar, Curve
from explorer.network.style import SIGN_COLOURS

WIDTH, HEIGHT = 720, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 8, 30, 22
_KEY, _KEY_STEP = 10, 120
_LEAST_MONTHS = 12
_MOST_LABELS = 8
_SCALE = 3
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
"""The names that Pillow has for the sides of labels, each at their baseline."""


@dataclass(frozen=True, slots=True)
class Box:
    """A bar in pixels from the upper left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text whose `side` (start, middle or end) is at `x`, and whose baseline is at `y`."""

    x: float
    y: float
    text: str
    side: str = "middle"


@dataclass(frozen=True, slots=True)
class Picture:
    """A curve as shapes: its bars, the line of zero, and the labels of both axes."""

    boxes: Sequence[Box]
    zero: float
    labels: Sequence[Label]


def picture(curve: Curve) -> Picture:
    """Lay out a curve with its key; it has at least one bar."""
    bars = curve.bars
    first, last = _months_shown(bars)
    months = last - first + 1
    step = (WIDTH - _LEFT - _RIGHT) / months
    above, below = _heights(bars)
    scale = (HEIGHT - _TOP - _BOTTOM) / max(above + below, 1)
    zero = _TOP + above * scale
    boxes = _stacked(bars, first, step, zero, scale)
    counts = [Label(_LEFT - 6, zero + 4, "0", "end")]
    counts += [Label(_LEFT - 6, _TOP + 8, f"{above:,}", "end")] if above else []
    counts += [Label(_LEFT - 6, HEIGHT - _BOTTOM, f"{below:,}", "end")] if below else []
    every = -(-months // _MOST_LABELS)
    times = [
        Label(_LEFT + (month + 0.5) * step, HEIGHT - 6, _text(first + month))
        for month in range(0, months, every)
    ]
    key, names = _key(curve)
    return Picture([*boxes, *key], zero, [*counts, *times, *names])


def _stacked(bars: Sequence[Bar], first: int, step: float, zero: float, scale: float) -> list[Box]:
    """Stack the bars of each month on the line of zero, those of conflict below it."""
    boxes, heights = list[Box](), dict[int, float]()
    for bar in sorted(bars, key=lambda bar: (bar.month, bar.sign)):
        month, height = _number(bar.month) - first, bar.claims * scale
        below = bar.sign == Sign.CONFLICT
        top = zero if below else zero - heights.get(month, 0) - height
        heights[month] = heights.get(month, 0) + (0 if below else height)
        x = _LEFT + (month + 0.1) * step
        boxes.append(Box(x, top, step * 0.8, height, SIGN_COLOURS[Sign(bar.sign)]))
    return boxes


def _key(curve: Curve) -> tuple[list[Box], list[Label]]:
    places = [
        (_LEFT + number * _KEY_STEP, sign, name) for number, (sign, name) in enumerate(curve.signs.items())
    ]
    boxes = [Box(x, 4, _KEY, _KEY, SIGN_COLOURS[Sign(sign)]) for x, sign, _ in places]
    return boxes, [Label(x + _KEY + 5, 13, name, "start") for x, _, name in places]


def as_svg(curve: Curve) -> str:
    """Write the curve as an SVG element, which says the same in words to those who cannot see it."""
    drawn = picture(curve)
    boxes = "".join(
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" '
        f'fill="{box.colour}"/>'
        for box in drawn.boxes
    )
    labels = "".join(
        f'<text x="{label.x:.1f}" y="{label.y:.1f}" font-size="11" fill="currentColor" '
        f'text-anchor="{label.side}">{html.escape(label.text)}</text>'
        for label in drawn.labels
    )
    line = (
        f'<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{drawn.zero:.1f}" y2="{drawn.zero:.1f}" '
        'stroke="currentColor" stroke-width="0.7"/>'
    )
    title = html.escape(curve.label)
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}" '
        f'xmlns="http://www.w3.org/2000/svg">{boxes}{line}{labels}</svg>'
    )


def as_png(curve: Curve) -> bytes:
    """Draw the curve as a PNG picture, black on white, at `_SCALE` pixels for each of the layout."""
    drawn = picture(curve)
    image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(11 * _SCALE)
    for box in drawn.boxes:
        ends = (box.x, box.y, box.x + box.width, box.y + max(box.height, 1))
        pen.rectangle([_SCALE * end for end in ends], fill=box.colour)
    pen.line([_SCALE * end for end in (_LEFT, drawn.zero, WIDTH - _RIGHT, drawn.zero)], "black", _SCALE)
    for label in drawn.labels:
        place = (_SCALE * label.x, _SCALE * label.y)
        pen.text(place, label.text, "black", font, anchor=_ANCHORS[label.side])
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _heights(bars: Sequence[Bar]) -> tuple[int, int]:
    """The claims of the highest month above the line, and below it."""
    above, below = dict[str, int](), dict[str, int]()
    for bar in bars:
        side = below if bar.sign == Sign.CONFLICT else above
        side[bar.month] = side.get(bar.month, 0) + bar.claims
    return max(above.values(), default=0), max(below.values(), default=0)


def _months_shown(bars: Sequence[Bar]) -> tuple[int, int]:
    """The first and last month of the axis; at least a year, so that the bar of a month stays narrow."""
    numbers = [_number(bar.month) for bar in bars]
    first, last = min(numbers), max(numbers)
    return min(first, last - _LEAST_MONTHS + 1), last


def _number(month: str) -> int:
    """Count a month (YYYY-MM) from the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _text(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
