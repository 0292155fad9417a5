"""The map: ties between countries, drawn as arcs between their capitals. It works offline."""

from explorer.atlas.arcs import arc_ties, arcs, countries
from explorer.atlas.component import draw_atlas

__all__ = ["arc_ties", "arcs", "countries", "draw_atlas"]
