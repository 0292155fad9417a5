"""Let the Tab key go from a popover's button to its content, which Streamlit puts at the end of the page."""

from __future__ import annotations

from explorer.popovers.component import reach_popovers

__all__ = ["reach_popovers"]
