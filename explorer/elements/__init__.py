"""Show text from the news safely: elements that the browser builds with `textContent` and never as markup."""

from __future__ import annotations

from explorer.elements.component import draw_elements
from explorer.elements.element import FOCUS, Act, Child, Element, element, key_button, link

__all__ = ["FOCUS", "Act", "Child", "Element", "draw_elements", "element", "key_button", "link"]
