"""What the front end itself says, in the reader's language."""

from __future__ import annotations

from explorer.words import Words

FRONT_END_TEXTS = (
    (
        "Network of actors. Arrow keys walk along the ties, where none leads that way to the nearest node, "
        "Enter opens, Shift+Enter adds, Space expands, square brackets walk the ties of a node, plus and "
        "minus zoom, F shows all, P pins, Escape lets go."
    ),
    "Network tools",
    "Zoom in (+)",
    "Zoom out (−)",
    "Show all (F)",
    "Arrange anew; pinned nodes stay",
    "Pin or release the selected nodes (P)",
    "Lock: nodes cannot be dragged",
    "Select an area: draw around it (or hold Shift)",
    "Play through time",
    "Time: drag to choose a period, arrow keys move it, double-click for all of it",
    "All time",
    "Show or hide the legend",
    "Full screen",
    "Save as picture (PNG)",
    "Highlight",
    "Filter by",
    "Stop filtering by",
    "Actors",
    "Ties",
    "Review",
    "nodes",
    "ties",
    "new outside the view: show all",
    "Nothing to draw yet",
    "Selected",
    "Nothing is selected",
    "Expanded",
    "Pinned",
    "Released",
)
"""The English texts in `frontend/`; the scripts look them up by the text itself."""


def front_end_texts(words: Words) -> dict[str, str]:
    """The texts that differ from English, by the English one."""
    said = {text: words(text) for text in FRONT_END_TEXTS}
    return {text: other for text, other in said.items() if other != text}
