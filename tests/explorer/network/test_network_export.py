"""A network as one file."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib.metadata import version

import pytest

from cypher.errors import UsageError
from cypher.model.graph import EntityKind
from explorer.graph.subgraph import Node, Subgraph
from explorer.network.assets import FRONTEND
from explorer.network.export import Stamp, network_html
from explorer.network.layouts import Placed
from explorer.words import Words
from tests.browser.hostile import HOSTILE

STAMP = Stamp("Iran & </title><script>alert(1)</script>", "trusted", "2026-11-22")


def countries(*names: str) -> Subgraph:
    """Unconnected countries with these names."""
    return Subgraph({f"c{at}": Node(f"c{at}", name, EntityKind.COUNTRY) for at, name in enumerate(names)})


def data_of(page: str) -> dict[str, list[dict[str, object]]]:
    """What the page draws."""
    found = re.search(r'<script type="application/json" id="network-data">(.*?)</script>', page)
    assert found is not None
    data: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return data


def test_the_page_says_what_it_shows_through_which_lens_and_when() -> None:
    page = network_html(countries("Iran"), STAMP)
    assert f"<p>Claims: trusted · as of 2026-11-22 · Konstelasi {version('konstelasi')}</p>" in page
    assert "<h1>Iran &amp; &lt;/title&gt;&lt;script&gt;" in page


def test_the_page_lets_nothing_be_fetched_and_nothing_but_its_own_script_run() -> None:
    page = network_html(countries("Iran"), STAMP)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=", page)


def test_hostile_names_do_not_end_the_element_that_holds_the_data() -> None:
    page = network_html(countries(*HOSTILE), STAMP)
    assert page.count("</script>") == 2
    assert len(data_of(page)["nodes"]) == len(HOSTILE)


def test_the_places_on_the_screen_are_kept() -> None:
    page = network_html(
        countries("Iran", "Israel", "Oman"), STAMP, placed=Placed({"c0": (5.0, 7.0), "c2": (500.0, 9.0)})
    )
    places = {node["id"]: (node["x"], node["y"]) for node in data_of(page)["nodes"]}
    assert places["n:c0"] == (5.0, 7.0)
    assert places["n:c2"] == (500.0, 9.0)
    assert len(set(places.values())) == 3


def test_the_names_of_groups_on_a_circle_are_kept_in_the_language_of_the_reader() -> None:
    graph = countries("Iran", "Israel")
    names = {"bloc:ASEAN": (3.0, -80.0), "kind:country": (3.0, 90.0)}
    page = network_html(graph, STAMP, placed=Placed({}, names), words=Words("id"))
    assert data_of(page)["groups"] == [
        {"label": "ASEAN", "x": 3.0, "y": -80.0},
        {"label": "Negara", "x": 3.0, "y": 90.0},
    ]
    assert data_of(network_html(graph, STAMP))["groups"] == []


def test_too_many_nodes_are_refused() -> None:
    with pytest.raises(UsageError, match="2001 nodes"):
        network_html(countries(*map(str, range(2001))), STAMP, words=Words())


def test_no_two_modules_of_the_front_end_name_the_same_thing() -> None:
    """They become one script in the page, where a second declaration would be an error."""
    declared = re.compile(r"^(?:export )?(?:default )?(?:const|let|class|function) (\w+)", re.MULTILINE)
    modules = [path for path in FRONTEND.glob("*.mjs") if path.name != "network.mjs"]
    names = [name for path in modules for name in declared.findall(path.read_text(encoding="utf-8"))]
    assert [name for name, count in Counter(names).items() if count > 1] == []
