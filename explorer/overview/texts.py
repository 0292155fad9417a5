"""Texts of the overview's scripts, in English."""

from __future__ import annotations

OVERVIEW_TEXTS = (
    "en",
    (
        "Overview of all actors. Plus and minus zoom, arrow keys move, F shows all, square brackets step "
        "through the actors from the one with the most partners, Escape clears the selection. Scroll to "
        "zoom, drag to move, Shift and drag to select an area."
    ),
    "Zoom in (+)",
    "Zoom out (−)",
    "Show all (F)",
    "Select an area (or Shift+drag)",
    "Find an actor",
    "No actor of the overview has this name",
    "Open these in the network",
    "Open it in the network",
    "Clear the selection",
    "Selected: {number}",
    "Selected: {number}. The network opens the {most} with the most partners",
    "Partners",
    "Selected",
    "Selection cleared",
    "Colours of actors",
    "Colours of ties",
    (
        "The overview needs WebGL 2, which this browser does not offer or has switched off. The pages "
        "Network and Actors show the same graph without it."
    ),
)
"""The English texts in `frontend/`. The scripts look up translations by the English text."""
