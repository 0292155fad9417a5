"""What sizes and colours of nodes show, chosen in the app on a real engine."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from cypher.database import Database
from explorer.graph.appearance import Colour, Size
from tests.explorer.opening import address, open_popover, opened, papers

NETWORK = "konstelasi.network"


def sent(app: AppTest) -> tuple[list[dict[str, Any]], set[str]]:
    """The nodes that the network gets, and the channels of its legend."""
    (component,) = [each for each in app.get("bidi_component") if each.proto.component_name == NETWORK]
    data = json.loads(component.proto.json)
    return json.loads(data["picture"])["nodes"], {line["channel"] for line in data["legend"]}


def looks(app: AppTest, key: str) -> dict[str, object]:
    return {node["id"]: node[key] for node in sent(app)[0]}


def test_sizes_and_colours_are_chosen_stand_in_the_address_and_move_nothing(story: Database) -> None:
    app = opened(level="actor", lens="all", centre="IRN,ISR")
    places, sizes, colours = looks(app, "x"), looks(app, "size"), looks(app, "color")
    assert "community" not in sent(app)[1]
    assert "Only links" not in papers(app)
    open_popover(app, "layout and looks")
    app.radio(key="colour").set_value(Colour.COMMUNITY).run()
    assert address(app) == {"centre": "IRN,ISR", "colour": "community"}
    assert {"community", "kind"} <= sent(app)[1]
    assert looks(app, "color") != colours
    assert "is the only link of" in papers(app)
    app.radio(key="size").set_value(Size.BETWEENNESS).run()
    assert address(app) == {"centre": "IRN,ISR", "colour": "community", "size": "betweenness"}
    assert looks(app, "size") != sizes
    assert any("Betweenness: 0." in str(title) for title in looks(app, "title").values())
    assert looks(app, "x") == places
    again = opened(level="actor", lens="all", centre="IRN,ISR", colour="community", size="betweenness")
    assert looks(again, "color") == looks(app, "color")
    app.button(key="back").click().run()
    app.button(key="back").click().run()
    assert (looks(app, "color"), looks(app, "size")) == (colours, sizes)


def test_a_size_or_a_colour_that_means_nothing_is_named(story: Database) -> None:
    app = opened(centre="IRN,ISR", size="money", colour="mood")
    assert "They were left out: size=money, colour=mood" in papers(app)
    assert "community" not in sent(app)[1]
