"""What stands in the place of a list or a picture that is empty."""

from __future__ import annotations

from explorer.elements.element import Child, Element, element
from explorer.phrases import Said


def empty_state(head: Said, lead: Said, *more: Child | None) -> Element:
    """Say that there is nothing, and why or what to try; buttons and the like may follow."""
    return element("div", element("h4", head), element("p", lead, look="lead"), *more, look="empty")
