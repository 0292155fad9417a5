"""Texts of the front end itself, in the reader's language."""

from __future__ import annotations

from explorer.words import Words

FRONT_END_TEXTS = (
    "en",
    (
        "Network of actors. Arrow keys follow ties, or go to the nearest node in that direction. Enter "
        "selects, Shift+Enter adds to the selection, Space expands, square brackets step through the ties "
        "of a node, plus and minus zoom, F shows all, P pins or unpins, M opens the menu, Escape clears the "
        "selection, ? lists the keys."
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
    "Write on the ties what they are (E)",
    "Show or hide the legend",
    "Full screen",
    "Save as picture (PNG or SVG)",
    "Keys (?)",
    "Highlight",
    "Filter by",
    "Remove filter",
    "Communities",
    "Actors",
    "Ties",
    "Independent voices",
    "Review",
    "Status",
    "Denials",
    "Origin",
    "nodes",
    "ties",
    "new outside the view: show all",
    "Nothing to show yet",
    "Selected",
    "Selection cleared",
    "Expanded",
    "Pinned",
    "Unpinned",
    "Evidence",
    "Close",
    "original ↗",
    "No claim of this tie passes the lens and the filters.",
    "What can be done here",
    "Open",
    "Open group",
    "Show its ties",
    "Draw a network about it",
    "Its page",
    "Page of the two",
    "Draw only these two",
    "Select both ends",
    "Hide",
    "Hide the selected",
    "Pin",
    "Unpin",
    "Copy name",
    "Copied",
    "The browser does not allow copying",
    "Show all",
    "Rearrange",
    "Write on the ties what they are",
    "Keys",
    "Go to a neighbour, or to the nearest node that way",
    "Select",
    "Add to the selection",
    "Step through the ties of a node",
    "Menu of the node",
    "Pin or unpin",
    "Zoom",
    "Move the view",
    "Clear the selection",
)
"""The English texts in `frontend/`. The scripts look up translations by the English text."""


def front_end_texts(words: Words) -> dict[str, str]:
    """Return the translations that differ from the English text, by the English text."""
    said = {text: words(text) for text in FRONT_END_TEXTS}
    return {text: other for text, other in said.items() if other != text}
