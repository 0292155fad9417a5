"""Asking the graph from a script or a notebook: `import konstelasi`."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from pyvis.network import Network

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


def test_a_pyvis_network_is_changed_saved_and_shown_as_any_other(
    story: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = konstelasi.query("bilateral/ties", first="IRN", second="USA", lens="all").to_pyvis("400px")
    assert type(network) is Network
    assert json.loads(network.options.to_json())["physics"]["enabled"] is False
    assert not any(edge.get("label") for edge in network.edges)
    network.add_node("mine", label="Mine")
    network.add_edge("mine", "IRN")
    network.toggle_physics(True)
    network.barnes_hut(gravity=-9000)
    network.show_buttons(filter_=["physics"])
    monkeypatch.chdir(tmp_path)
    network.show("shown.html")
    network.save_graph("saved.html")
    for name in ("shown.html", "saved.html"):
        page = Path(name).read_text(encoding="utf-8")
        assert all(text in page for text in ('"Mine"', '"Iran"', "-9000", "400px"))


def test_networkx_writes_the_graph_in_its_own_formats(story: Database, tmp_path: Path) -> None:
    graph = konstelasi.query("conflict/fronts", lens="all").to_networkx()
    nx.write_gexf(graph, tmp_path / "graph.gexf")
    nx.write_graphml(graph, tmp_path / "graph.graphml")
    read = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert sorted(read.edges(keys=True)) == sorted(graph.edges(keys=True))
    assert {data["weight"] == data["voices"] for *_, data in graph.edges(data=True)} == {True}


def test_ids_of_ties_and_entities_are_enough_for_a_network(story: Database) -> None:
    for text in ("MATCH (t:Tie) RETURN t.id AS tie", "MATCH (c:Country) RETURN c.id AS entity"):
        assert "IRN" in konstelasi.cypher(text, lens="all").to_networkx()
    with pytest.raises(UsageError, match="no entities or ties"):
        konstelasi.cypher("RETURN 'nothing' AS tie").to_networkx()


def test_columns_of_a_data_frame_have_the_type_of_their_values(story: Database) -> None:
    found = konstelasi.cypher(
        "UNWIND [{a: 9007199254740993, b: true, c: 1.0, d: 'x', e: [1]}, {c: 2}] AS row "
        "RETURN row.a AS a, row.b AS b, row.c AS c, row.d AS d, row.e AS e"
    ).to_pandas()
    assert [str(kind) for kind in found.dtypes] == ["Int64", "boolean", "float64", "str", "object"]
    assert (found["a"][0], bool(found["a"].isna()[1]), found["e"][0]) == (9007199254740993, True, [1])


def test_a_long_result_is_cut_and_says_so(story: Database) -> None:
    found = konstelasi.cypher("UNWIND range(1, 5001) AS number RETURN number")
    assert (len(found), found.truncated) == (5000, True)
    assert "Only the first 5,000 rows" in found._repr_html_()
    assert "5,000 or more rows" in repr(found)


def test_a_parameter_may_have_any_name_but_not_any_type(story: Database) -> None:
    found = konstelasi.cypher(
        "RETURN $name AS a, $text AS b, $day AS c", name=1, text="x", day=date(2024, 1, 2)
    )
    assert found.records() == [{"a": 1, "b": "x", "c": "2024-01-02"}]
    with pytest.raises(UsageError, match="'x' has a value of type object"):
        konstelasi.cypher("RETURN $x", x={"a": [object()]})


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
    network = found.to_pyvis()
    network.add_node("own", title='<a href="https://example.org">own</a>')  # pyvis then shows titles as HTML
    titles = [item["title"] for item in (*network.nodes, *network.edges) if item.get("id") != "own"]
    assert any("javascript" in title for title in titles)
    assert not any("<" in title for title in titles)
    assert "<img src=x" not in network.generate_html()
    assert "<img src=x" not in found._repr_html_()
    table = konstelasi.cypher("MATCH (a:Actor) RETURN a.name AS name")._repr_html_()
    assert "&lt;img" in table
    assert "<img" not in table


def test_a_result_draws_itself(story: Database) -> None:
    drawn = konstelasi.query("conflict/fronts", lens="all")._repr_html_()
    assert drawn.startswith('<iframe sandbox="allow-scripts allow-downloads"')
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


PAIR = {"first": "Iran", "second": "USA"}


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("bilateral/history", {"first": "Iran", "second": "Teheran"}, "Both parties are the same"),
        ("bilateral/ties", PAIR | {"lens": "odd"}, "'lens' must be one of trusted"),
        ("bilateral/ties", PAIR | {"lense": "all"}, "no parameter 'lense'"),
        ("people/central", {"limit": 0}, "The limit is 0, so there are no rows"),
        (
            "people/central",
            {"since": "2024-02-01", "until": "2024-01-01"},
            "The first day, 2024-02-01, is after the last day, 2024-01-01",
        ),
    ],
)
def test_values_that_give_no_answer_are_refused(
    story: Database, name: str, parameters: dict[str, object], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        konstelasi.query(name, **parameters)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (n:Entity) RETURN n", "There is no label `Entity`; did you mean `Actor` or `Country`?"),
        ("MATCH (n:Actor)-[:ACTSIN]->(m) RETURN n", "There is no relationship type `ACTSIN`"),
        ("MATCH (n:Country) RETURN n.nmae AS name", "There is no property `nmae`"),
        ("MATCH (n:Country) RETURN n.name AS name LIMIT 0", "LIMIT 0 gives no rows."),
    ],
)
def test_what_a_typed_query_names_wrongly_is_said(story: Database, text: str, said: str) -> None:
    found = konstelasi.cypher(text)
    assert any(said in notice for notice in found.notices)
    assert said in repr(found)
    assert html.escape(said) in found._repr_html_()


@pytest.mark.parametrize(
    ("text", "parameters", "said"),
    [
        ("RETURN 1 AS one", {"limit": 4}, "does not use \\$limit. It takes no parameters"),
        ("RETURN 1 AS one", {"lens": "odd"}, "'lens' must be one of trusted"),
        ("RETURN 1 AS one", {"level": "odd"}, "'level' must be one of"),
        ("RETURN $name AS one", {"nmae": "x", "name": "x"}, "does not use \\$nmae. It takes name"),
        ("RETURN $name AS one", {}, "The query needs name"),
        ("RETURN $lens AS one", {"lens": "odd"}, "'lens' must be one of trusted"),
        ("// :use since until\nRETURN $since AS a, $until AS b", {"since": "soon"}, "'since' must be a date"),
        (
            "// :use since until\nRETURN $since AS a, $until AS b",
            {"since": "2024-02-01", "until": "2024-01-01"},
            "is after the last day",
        ),
        ("// :param who entity  Who\nRETURN $who AS who", {"who": "Atlantis"}, "called 'Atlantis'"),
    ],
)
def test_parameters_of_a_typed_query_are_checked(
    story: Database, text: str, parameters: dict[str, object], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        konstelasi.cypher(text, **parameters)


def test_declared_parameters_of_a_typed_query_are_resolved(story: Database) -> None:
    text = "// :param who entity  Who\nRETURN $who AS who, $lens AS lens, $days AS days"
    found = konstelasi.cypher(text, who="Teheran", days=[1, 2])
    assert found.records() == [{"who": "IRN", "lens": "trusted", "days": [1, 2]}]
    assert found.notices == ()


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
