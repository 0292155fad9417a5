"""The interactive network: a Streamlit component that draws pyvis data with a vendored vis-network."""

from explorer.network.component import (
    NetworkEvents,
    Selection,
    draw_network,
    network_events,
    restore_places,
)
from explorer.network.legend import LegendEntry, legend
from explorer.network.style import MOST_NODES

__all__ = [
    "MOST_NODES",
    "LegendEntry",
    "NetworkEvents",
    "Selection",
    "draw_network",
    "legend",
    "network_events",
    "restore_places",
]
