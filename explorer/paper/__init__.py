"""Text from the news on the page, as text: elements that the browser builds with `textContent` alone."""

from __future__ import annotations

from explorer.paper.component import draw_paper
from explorer.paper.element import Act, Child, Element, element, link

__all__ = ["Act", "Child", "Element", "draw_paper", "element", "link"]
