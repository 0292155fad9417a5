"""Elements of HTML and XML."""

from __future__ import annotations

from typing import Any

Element = Any  # lxml has no types of its own


def text_of(element: Element) -> str:
    """Return the text in an element on one line, with single spaces."""
    return " ".join(" ".join(element.itertext()).split())
