"""The Streamlit component of the map: arcs and capitals on a world map, above a time bar.

The world map is sent once; later runs send only arcs, capitals and times.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable
from importlib.resources import files
from typing import TYPE_CHECKING

import streamlit as st

from cypher.model.graph import Sign
from explorer.atlas.arcs import Arc, arcs, countries, ties_of_countries
from explorer.atlas.messages import AtlasArc, AtlasData, PlaceLook
from explorer.elements import hear
from explorer.graph.subgraph import Subgraph
from explorer.graph.timeline import Timeline, Window
from explorer.graph.world import HEIGHT, WIDTH, capitals, shapes
from explorer.network.assets import styles
from explorer.network.payload import wire_edge
from explorer.network.periods import window_of, wired_times
from explorer.network.seen import newest_seen
from explorer.network.style import SIGN_COLOURS, edge_width
from explorer.network.texts import front_end_texts
from explorer.words import Words

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.atlas"  # distribution and component, as pyproject.toml declares them

Name = Callable[[str], str]
"""Returns the name of a country by its code."""


def draw_atlas(  # noqa: PLR0913 - one call with named arguments reads better than an object to fill
    graph: Subgraph,
    *,
    key: str,
    chosen: Collection[str],
    times: Timeline,
    window: Window | None,
    height: int | str,
    name: Name,
    words: Words,
    on_window: Callable[[Window | None], None],
) -> None:
    """Draw the ties between countries as arcs.

    A click on an arc or a country selects it. `chosen` are the ids of the
    selected countries and ties. Only ties in the period `window` are drawn. `on_window` is called with the
    period that the reader chooses in the time bar, or None for all time. `height` is in pixels, or a
    CSS length.
    """
    known = {code: count for code, count in countries(graph).items() if code in capitals()}
    drawn = [arc for arc in arcs(graph) if arc.actor in known and arc.recipient in known]
    left_out = len(graph.nodes) - sum(known.values())
    tied = ties_of_countries(graph)
    data: AtlasData = {
        "height": height,
        "places": [
            {**_place(code, count, chosen, name, words), "ties": _wired(tied.get(code, ()))}
            for code, count in known.items()
        ],
        "arcs": [_arc(arc, chosen, name, words) for arc in drawn],
        "note": words("{number} entities without a country are not on the map", number=left_out)
        if left_out
        else "",
        "label": words(
            "Map of ties between countries. Scroll to zoom, drag to pan, double-click to show all. With the "
            "keyboard: plus and minus zoom, arrow keys move, F shows all."
        ),
        "texts": front_end_texts(words),
        "times": wired_times(times, graph, words),
        "window": window,
        "seen": newest_seen(key, ("window",)),
    }

    _component()(
        key=key,
        data=data,
        on_act_change=functools.partial(hear, key),
        on_window_change=lambda: on_window(window_of(st.session_state[key])),
    )


def _place(code: str, count: int, chosen: Collection[str], name: Name, words: Words) -> PlaceLook:
    x, y = capitals()[code]
    entities = words.plural(count, "{number} entity", "{number} entities")
    title = f"{name(code)}\n{entities}"
    return {"id": code, "x": x, "y": y, "name": name(code), "title": title, "chosen": code in chosen}


_BENDS = {Sign.COOPERATION: 0.16, Sign.CONFLICT: 0.24, Sign.NEUTRAL: 0.12, Sign.RELATION: 0.08}
"""How far the arc of each sign bends, as a share of its length, so that the arcs of a pair lie apart."""


def _arc(arc: Arc, chosen: Collection[str], name: Name, words: Words) -> AtlasArc:
    claims = words.plural(arc.claims, "{number} claim", "{number} claims")
    return {
        "id": arc.id,
        "from": capitals()[arc.actor],
        "to": capitals()[arc.recipient],
        "bend": _BENDS[arc.sign],
        "colour": SIGN_COLOURS[arc.sign],
        "width": edge_width(arc.voices),
        "title": f"{name(arc.actor)} → {name(arc.recipient)}\n{words.term(arc.sign)}, {claims}",
        "chosen": arc.id in chosen or bool({*arc.ties} & {*chosen}),
        "ties": _wired(arc.ties),
    }


def _wired(ties: Iterable[str]) -> list[str]:
    return [wire_edge(tie) for tie in ties]


@functools.cache
def _component() -> ComponentRenderer:
    """Register the component, with the world map in its HTML, so that the map is sent only once."""
    land = "".join(f'<path d="{path}" data-country="{code}"/>' for code, path in shapes().items())
    world = f'<svg viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="group"><g class="land">{land}</g></svg>'
    return st.components.v2.component(
        COMPONENT,
        html=f'<div class="atlas">{world}<div class="tools"></div><p class="note"></p>'
        '<div class="times" hidden></div></div>',
        css=files("explorer.atlas").joinpath("frontend", "atlas.css").read_text(encoding="utf-8")
        + styles("times.css"),
        js="atlas.mjs",
    )
