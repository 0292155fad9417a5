"""The overview: the whole graph of up to 50,000 actors at once, drawn by WebGL."""

from explorer.overview.component import draw_overview
from explorer.overview.picture import BLOC, COMMUNITY, Drawn, drawn_overview

__all__ = ["BLOC", "COMMUNITY", "Drawn", "draw_overview", "drawn_overview"]
