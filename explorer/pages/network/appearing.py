"""The controls beside the layouts that choose what the sizes and colours of nodes show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from explorer.graph.appearance import Colour, Size
from explorer.pages.network.explained import draw_explained
from explorer.view import session
from explorer.view.state import View
from explorer.words import Words

SIZES: Mapping[Size, tuple[str, str]] = {
    Size.DEGREE: ("Number of ties", "Ties that are drawn"),
    Size.VOICES: ("Voices", "Independent voices of these ties"),
    Size.BETWEENNESS: ("Betweenness", "Shortest paths between others that lead through it"),
}
COLOURS: Mapping[Colour, tuple[str, str]] = {
    Colour.KIND: ("Kind", "Country, organisation, person …"),
    Colour.COMMUNITY: (
        "Community",
        "Actors with many ties among them; the side names their only links",
    ),
}
"""What sizes and colours can show, with English names and explanations."""


def draw_appearance(words: Words, view: View) -> None:
    """Draw the controls with what the view shows."""
    shown = view.appearance
    draw_explained("size", words("Size of nodes"), SIZES, shown.size, words, _size_by)
    draw_explained("colour", words("Colour of nodes"), COLOURS, shown.colour, words, _colour_by)


def _size_by(size: Size) -> None:
    view = session.view()
    session.go(replace(view, appearance=replace(view.appearance, size=size)))


def _colour_by(colour: Colour) -> None:
    view = session.view()
    session.go(replace(view, appearance=replace(view.appearance, colour=colour)))
