"""Makes PDF files of texts: columns, running heads, numbers of pages, pictures, passwords."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT, FONT, SIZE = 595, 842, "Helvetica", 10
Draw = Callable[[Any], None]


def pdf(*pages: Draw, password: str | None = None, owner: str | None = None, **properties: str) -> bytes:
    """Return a PDF file with a page for each function that draws one; properties such as ``title``."""
    file = io.BytesIO()
    lock = StandardEncryption(password or "", ownerPassword=owner or password) if password or owner else None
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), encrypt=lock)
    for name, value in properties.items():
        getattr(canvas, f"set{name.capitalize()}")(value)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def column(
    paragraphs: Sequence[str], left: float = 60, width: float = 475, top: float = 760, size: float = SIZE
) -> Draw:
    """Draw paragraphs below one another in a column."""

    def draw(canvas: Any) -> None:  # noqa: ANN401 - reportlab has no types
        y = top
        canvas.setFont(FONT, size)
        for paragraph in paragraphs:
            for line in simpleSplit(paragraph, FONT, size, width):
                canvas.drawString(left, y, line)
                y -= 1.2 * size
            y -= size

    return draw


def lines(texts: Sequence[str], left: float = 60, top: float = 700, size: float = SIZE) -> Draw:
    """Draw lines as they are, each below the one before."""

    def draw(canvas: Any) -> None:  # noqa: ANN401
        canvas.setFont(FONT, size)
        for number, line in enumerate(texts):
            canvas.drawString(left, top - number * 1.2 * size, line)

    return draw


def picture(width: int = 475, height: int = 600) -> Draw:
    """Draw a picture, as a scanned page has it."""

    def draw(canvas: Any) -> None:  # noqa: ANN401
        image = Image.new("L", (200, 200), 128)
        canvas.drawImage(ImageReader(image), 60, 100, width, height)

    return draw


def both(*draws: Draw) -> Draw:
    """Draw several things on one page."""

    def draw(canvas: Any) -> None:  # noqa: ANN401
        for each in draws:
            each(canvas)

    return draw
