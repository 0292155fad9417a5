"""Results on the page: what Streamlit is asked to draw of made-up ones, and of what an analyst may type."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from cypher.bolt.table import Table
from cypher.catalog.catalog import Returns
from cypher.database import Database, Settings
from cypher.desk.own_queries import OwnQuery, save
from tests.explorer.opening import opened, papers
from tests.explorer.test_drawable import headers
from tests.made_up import tables, tie_tables
from tests.services import administration

RESULTS = Path(__file__).parent / "apps" / "results.py"
TIES = """MATCH (a)-[:INITIATES]->(t:Tie)-[:REACHES]->(r)
RETURN t.id AS tie, a.id AS actor, a.name AS actor_name, a.kind AS actor_kind, r.id AS recipient,
       r.name AS recipient_name, {sign} AS sign LIMIT 9"""
ROWS = "MATCH (d:Document) RETURN d.language AS language, count(*) AS articles"
TYPED = (
    (f"// :returns chart bar nope articles\n{ROWS}", "“nope”"),
    (f"// :returns chart line language nope\n{ROWS}", "“nope”"),
    (f"// :returns chart area language articles nope\n{ROWS}", "“nope”"),
    (f"// :returns chart bar articles language\n{ROWS}", "“language” must be a number"),
    (f"// :returns chart heatmap language articles language\n{ROWS}", "“language” must be a number"),
    (f"// :returns graph\n{ROWS}", "“actor”"),
    (TIES.format(sign="toUpper(t.sign)"), "“sign” must be cooperation"),
    (TIES.format(sign="null"), "“sign” must be cooperation"),
    (TIES.format(sign="CASE WHEN t.sign = 'conflict' THEN t.sign ELSE 7 END"), "has 7"),
    (TIES.format(sign="t.sign").replace("a.id AS actor,", "null AS actor,"), "“actor” must be a text"),
    (TIES.format(sign="t.sign").replace("t.id AS tie", "[t.id] AS tie"), "“tie” must be a text"),
    ("RETURN 1 AS a, 'x' AS `__proto__`, [1, 'x', {a: [null]}] AS c, null AS d, 1.0 / 0.0 AS e", ""),
    ("UNWIND [1, 'a', true, null, [2], 9223372036854775807] AS mixed RETURN mixed", ""),
    ("RETURN date('2024-01-01') AS day, duration('P1D') AS lasting, '{x}' AS `{y}`", ""),
)
"""Queries that find something, and what the notice about their header or rows says, if there is one."""


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # no example changes the graph
@given(shown=st.lists(st.tuples(tables() | tie_tables(), headers()), min_size=4, max_size=4))
def test_no_made_up_result_brings_the_page_down(graph: Database, shown: list[tuple[Table, Returns]]) -> None:
    app = AppTest.from_file(RESULTS, default_timeout=60)
    app.session_state["shown"] = shown
    app.run()
    assert not app.exception


def typed(app: AppTest, text: str) -> AppTest:
    """The app with `text` in the editor, asked."""
    app.session_state["page"] = "queries"
    app.session_state["query"] = "typed"
    app.session_state["cypher"] = text
    app.run()
    return app.button(key="run typed").click().run()


def notices(app: AppTest) -> str:
    """What the notices about the result say."""
    papers = [each.proto for each in app.get("bidi_component")]
    return "".join(
        json.dumps(json.loads(each.json), ensure_ascii=False) for each in papers if "typed notice" in each.id
    )


def test_no_typed_text_brings_the_page_down_and_a_notice_names_the_column(story: Database) -> None:
    app = opened()
    for text, notice in TYPED:
        typed(app, text)
        assert not app.exception, text
        assert [each.label for each in app.tabs].count("Table") == 1, text
        assert notice in notices(app), text
        assert bool(notice) == bool(notices(app)), text


def test_a_typed_query_that_returns_ids_is_drawn_as_a_network(story: Database) -> None:
    app = opened()
    for text in ("MATCH (t:Tie) RETURN t.id AS tie", "MATCH (c:Country) RETURN c.id AS entity"):
        typed(app, text)
        assert not app.exception, text
        assert [each.label for each in app.tabs].count("Network") == 1, text
        assert notices(app) == "", text


def test_a_typed_query_that_returns_elements_is_drawn_and_the_rest_is_counted(story: Database) -> None:
    app = opened()
    for text, notice in (
        ("MATCH p = (:Country)-[:ACTS_IN]->(:Event {status: 'actual'})-[:ADDRESSES]->() RETURN p", ""),
        ("MATCH (e:Event {status: 'negated'}) RETURN e LIMIT 1", "1 event, relation or claim is not drawn"),
        ("MATCH (c:Country {id: 'IRN'}) RETURN {who: [c]} AS found", ""),
        ("MATCH (c:Country) RETURN c", "the ties between them are drawn as well"),
        ("MATCH (t:Tie)<-[:INITIATES]-(a) OPTIONAL MATCH (d:Document) RETURN t, d", "9 Document"),
    ):
        typed(app, text)
        assert not app.exception, text
        assert [each.label for each in app.tabs].count("Network") == (0 if "negated" in text else 1), text
        assert notice in notices(app), text
        assert bool(notice) == bool(notices(app)), text


def test_a_field_whose_type_is_typed_anew_begins_anew(story: Database) -> None:
    app = opened()
    typed(app, "// :param code string  Text\nRETURN $code AS code")
    app.text_input[-1].set_value("IRN").run()
    typed(app, "// :param code integer = 3  A number\nRETURN $code AS code")
    assert not app.exception
    assert [field.value for field in app.number_input] == [3]


def test_a_header_that_cannot_be_read_is_said_and_the_text_stays(story: Database) -> None:
    app = opened()
    app.session_state["page"] = "queries"
    app.session_state["query"] = "typed"
    app.session_state["cypher"] = text = f"// :returns chart heatmap language articles\n{ROWS}"
    app.run()
    assert not app.exception
    assert app.session_state["cypher"] == text
    assert "run typed" not in [button.key for button in app.button]


def test_a_saved_query_with_a_header_that_is_no_longer_allowed_breaks_no_list(
    story: Database, embedded: Settings
) -> None:
    saved = save(story, OwnQuery("", 0, "Articles", ROWS, "ani", "ani", shared=True))
    older = f"// :returns chart heatmap language articles\n{ROWS}"
    rewrite = "MATCH (v:QueryVersion {query: $query}) SET v.text = $text"
    with administration(embedded) as connection:
        connection.run("rewriting", rewrite, {"query": saved.query, "text": older}, write=True)
    app = opened()
    app.session_state["page"] = "queries"
    app.run()
    assert not app.exception
    assert [field.label for field in app.number_input] == ["Limit"]
    app.session_state["query"] = saved.name
    app.run()
    app.button(key=f"edit {saved.name}").click().run()
    assert app.session_state["cypher"] == older


def test_a_typed_text_with_unknown_names_is_answered_and_they_are_named(story: Database) -> None:
    app = typed(opened(), "MATCH (n:Entity) RETURN n.name AS `n:Wrong`")
    assert "There is no label `Entity`; did you mean `Actor` or `Country`?" in papers(app)
    assert "Nothing was found" in papers(app)
    app = typed(app, "MATCH (n:Country) RETURN '(n:Entity)' AS text // (n:Wrong)")
    assert "There is no" not in papers(app)


def test_a_plan_is_drawn_as_lines_and_nothing_is_run_where_nothing_can_be_found(story: Database) -> None:
    app = typed(opened(language="id"), "EXPLAIN MATCH (n:Country) RETURN n.name")
    assert "Rencana kueri" in papers(app)
    assert "+ " in papers(app)
    assert not app.tabs
    app = typed(app, "PROFILE MATCH (n:Country) RETURN n.name")
    assert "Tulis EXPLAIN" in papers(app)
    app = typed(app, "MATCH (n:Country) RETURN n.name LIMIT 0")
    assert "LIMIT 0 tidak menghasilkan baris" in papers(app)


def test_a_form_says_which_values_give_no_answer(story: Database) -> None:
    app = opened(page="queries", query="saved/bilateral/events", first="IRN", second="IRN")
    assert "Both parties are the same" in papers(app)
    assert not app.tabs
