"""Texts of the front end itself, in the reader's language."""

from __future__ import annotations

from explorer.words import Words

FRONT_END_TEXTS = (
    (
        "Network of actors. Arrow keys follow ties, or go to the nearest node in that direction. Enter "
        "selects, Shift+Enter adds to the selection, Space expands, square brackets step through the ties "
        "of a node, plus and minus zoom, F shows all, P pins or unpins, Escape clears the selection."
    ),
    "Network tools",
    "Zoom in (+)",
    "Zoom out (−)",
    "Show all (F)",
    "Rearrange (pinned nodes stay)",
    "Pin or unpin selected nodes (P)",
    "Lock nodes in place",
    "Select an area (or Shift+drag)",
    "Play through time",
    "Time: drag to select a period, arrow keys move it, double-click selects all time",
    "All time",
    "Show or hide the legend",
    "Full screen",
    "Save as picture (PNG or SVG)",
    "Highlight",
    "Filter by",
    "Remove filter",
    "Actors",
    "Ties",
    "Independent voices",
    "Review",
    "nodes",
    "ties",
    "new outside the view: show all",
    "Nothing to show yet",
    "Selected",
    "Selection cleared",
    "Expanded",
    "Pinned",
    "Unpinned",
    "Copy link",
    "Link copied",
    "The link could not be copied: copy it from the address bar",
    "Evidence",
    "Close",
    "original ↗",
    "No claim of this tie passes the lens and the filters.",
)
"""The English texts in `frontend/`. The scripts look up translations by the English text."""


def front_end_texts(words: Words) -> dict[str, str]:
    """Return the translations that differ from the English text, by the English text."""
    said = {text: words(text) for text in FRONT_END_TEXTS}
    return {text: other for text, other in said.items() if other != text}
