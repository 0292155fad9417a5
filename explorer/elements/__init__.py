"""Show text from the news safely: elements that the browser builds with `textContent` and never as markup."""

from __future__ import annotations

from explorer.elements.component import draw_elements, hear
from explorer.elements.element import Child, Click, CopyLink, Element, Focus, Save, element, key_button, link
from explorer.elements.empty import empty_state

__all__ = [
    "Child",
    "Click",
    "CopyLink",
    "Element",
    "Focus",
    "Save",
    "draw_elements",
    "element",
    "empty_state",
    "hear",
    "key_button",
    "link",
]
