"""Finding a question, filling it from what is selected, and saying where a text is wrong."""

from __future__ import annotations

import pytest

from cypher.catalog.catalog import Statement, catalog
from cypher.desk.own_queries import typed_statement
from cypher.errors import KonstelasiError, StatementError
from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.queries.asking import place_of
from explorer.queries.forms import suggestions
from explorer.queries.listing import fitting, found, query_list
from explorer.words import Words

SAVED = {name: each for name, each in catalog().items() if name.startswith("saved/")}
OWN = typed_statement("own/q1", "RETURN 1 AS one", "My own", "About nothing", ("weekly",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("WEEKLY own", {"own/q1"}),
        ("menengahi dua", {"saved/mediation/between"}),
        ("quite certainly not there", set()),
        ("", {*SAVED, "own/q1"}),
    ],
)
def test_a_question_is_found_by_words_of_its_title_description_subject_or_tags(
    text: str, names: set[str]
) -> None:
    queries: dict[str, Statement] = {**SAVED, "own/q1": OWN}
    assert set(found(queries, text, Words())) == names


def test_favourites_stand_before_all_subjects_and_keep_their_place_in_theirs() -> None:
    typed, first, *others = query_list(SAVED, {"saved/people/central"}, "typed")
    assert "Type your own Cypher" in typed.text()
    assert first.text() == "favouritesMost connected entities in a period"
    assert any("Most connected entities" in section.text() for section in others)


def test_a_selection_fills_the_questions_that_it_answers() -> None:
    pair = fitting(SAVED, ["IRN", "USA"])
    assert pair["saved/bilateral/history"] == {"first": "IRN", "second": "USA"}
    alone = fitting(SAVED, ["IRN"])
    assert alone["saved/people/statements"] == {"speaker": "IRN"}
    assert "saved/bilateral/history" not in alone
    assert "saved/bilateral/new_ties" not in alone  # it also needs a day


def test_an_example_is_a_pair_or_one_of_the_latest_news() -> None:
    nodes = {name: Node(name, name.upper(), EntityKind.COUNTRY) for name in "abc"}
    ends = [("a", "b"), ("b", "a"), ("b", "c")]
    edges = {
        f"t{i}": Edge(f"t{i}", *pair, Sign.CONFLICT, Verdict.UNREVIEWED, 1, 1) for i, pair in enumerate(ends)
    }
    graph = Subgraph(nodes, edges)
    assert [name for _, name in suggestions(graph, 2)] == ["A – B", "B – C"]
    assert suggestions(graph, 1)[0] == (("b",), "B")


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (StatementError("no", 2, 5), (2, 5)),
        (StatementError("Unknown function 'foo'"), (2, 8)),
        (StatementError("Unknown function 'bar'"), None),
        (KonstelasiError("'foo'"), None),
    ],
)
def test_the_place_of_a_mistake_is_given_or_found_by_the_word_that_is_quoted(
    error: KonstelasiError, place: tuple[int, int] | None
) -> None:
    assert place_of(error, "MATCH (n)\nRETURN foo(n)") == place
