"""The map: the ties between countries as arcs between their capitals, offline."""

from explorer.atlas.arcs import arc_ties, arcs, countries
from explorer.atlas.component import draw_atlas

__all__ = ["arc_ties", "arcs", "countries", "draw_atlas"]
