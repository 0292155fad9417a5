"""What is in a popover is reached with the Tab key from its button, and not at the end of the page."""

from __future__ import annotations

from explorer.popovers.component import reach_popovers

__all__ = ["reach_popovers"]
