"""Asking the graph from a script or a notebook: `import konstelasi`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

import konstelasi
from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from explorer import scripting
from ingest.loading.load import load
from tests.graphs import ARTICLES

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.ipynb"


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """No connection is kept from one test to the next."""
    scripting._connections.clear()
    yield
    scripting._connections.clear()


def test_a_saved_query_takes_names_and_gives_its_rows(story: Database) -> None:
    found = konstelasi.query("bilateral/ties", first="Teheran", second="Amerika Serikat")
    same = story.read("saved/bilateral/ties", first="IRN", second="USA")
    assert found.records() == same.records() == list(found)
    assert len(found) == len(same.rows) > 0
    assert list(found.to_pandas().columns) == list(same.columns)


def test_several_entities_are_a_list(story: Database) -> None:
    listed = konstelasi.query("bilateral/acted_together", entities=["Iran", "United States"])
    joined = konstelasi.query("bilateral/acted_together", entities="Iran, United States")
    assert listed.records() == joined.records()


def test_ties_become_a_graph_of_networkx(story: Database) -> None:
    graph = konstelasi.query("bilateral/ties", first="IRN", second="USA", lens="all").to_networkx()
    assert set(graph) == {"IRN", "USA"}
    assert graph.nodes["IRN"] == {"name": "Iran", "kind": "country", "country": "IRN"}
    assert {data["sign"] for *_, data in graph.edges(data=True)} >= {"conflict", "cooperation"}
    assert nx.number_weakly_connected_components(graph) == 1


def test_a_typed_path_becomes_a_pyvis_network(story: Database, tmp_path: Path) -> None:
    text = "MATCH p = (:Actor {id: $id})-[:ACTS_IN]->(:Event)-[:ADDRESSES]->() RETURN p"
    network = konstelasi.cypher(text, id="hamas").to_pyvis()
    assert set(network.get_nodes()) == {"hamas", "ISR"}
    assert network.get_node("hamas")["kind"] == "armed_group"
    network.save_graph(str(tmp_path / "network.html"))
    assert "hamas" in (tmp_path / "network.html").read_text(encoding="utf-8")


def test_a_hostile_name_is_text_in_every_form(graph: Database) -> None:
    hostile = '<img src=x onerror=alert(1)><a href="javascript:alert(2)">'
    call = ARTICLES["call"]
    load(
        graph,
        [
            replace(
                call, entities=tuple(replace(each, name=f"{each.name} {hostile}") for each in call.entities)
            )
        ],
    )
    found = konstelasi.cypher("MATCH (t:Tie {level: 'actor'}) RETURN t")
    page = found.to_pyvis().generate_html()
    assert "<img src=x" not in page
    assert "popup.innerHTML" not in page
    assert "<img src=x" not in found._repr_html_()
    table = konstelasi.cypher("MATCH (a:Actor) RETURN a.name AS name")._repr_html_()
    assert "&lt;img" in table
    assert "<img" not in table


def test_a_result_draws_itself(story: Database) -> None:
    drawn = konstelasi.query("conflict/fronts", lens="all")._repr_html_()
    assert drawn.startswith('<iframe sandbox="allow-scripts"')
    table = konstelasi.cypher("MATCH (c:Country) RETURN c.name AS country ORDER BY country")
    assert "<td>Iran</td>" in table._repr_html_()
    assert repr(table).endswith("columns country>")


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("bilateral/histry", {}, "Did you mean saved/bilateral/history"),
        ("bilateral/history", {"first": "IRN"}, "needs second"),
        (
            "bilateral/history",
            {"first": "Atlantis", "second": "IRN"},
            "No entity in the graph is called 'Atlantis'",
        ),
        ("load/merge_ties", {}, "is not a query"),
    ],
)
def test_mistakes_are_named(story: Database, name: str, parameters: dict[str, str], said: str) -> None:
    with pytest.raises(KonstelasiError, match=said):
        konstelasi.query(name, **parameters)


def test_typed_cypher_only_reads(story: Database) -> None:
    with pytest.raises(KonstelasiError):
        konstelasi.cypher("MATCH (c:Country) SET c.name = 'x' RETURN c")
    assert story.read("explore/entity", entity="IRN").records()[0]["name"] == "Iran"


def test_what_has_no_network_says_so(story: Database) -> None:
    found = konstelasi.cypher("RETURN 1 AS one")
    with pytest.raises(UsageError, match="no entities or ties to draw"):
        found.to_networkx()


def test_other_names_are_no_attributes() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'no_such'"):
        konstelasi.no_such  # noqa: B018


def test_the_notebook_runs(story: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)  # noqa: S102 - our own notebook
    assert (tmp_path / "attacks.html").stat().st_size > 100_000
    assert len(names["attacks"]) > 0  # type: ignore[arg-type]
