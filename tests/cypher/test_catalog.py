"""The catalogue refuses statements that do not say what they are, and values that do not fit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cypher.catalog.catalog import CatalogError, ResultKind, Statement, catalog, parse_statement, statement
from cypher.catalog.parameters import ParameterType, read_value
from cypher.errors import UsageError

HEADER = """// Neighbours of an entity
// :title id Tetangga sebuah entitas
// Ranked by voices,
// then by date.
// :tag draft
// :param entity entity  Whose neighbours
// :param since date = null  First day,
//                   inclusive
// :param kinds strings = person, place  Which kinds
// :param limit integer = 25  At most so many
// :returns graph
"""
BODY = "MATCH (e {id: $entity}) WHERE e.d > $since AND e.kind IN $kinds RETURN e LIMIT $limit;\n"
GRAPH_COLUMNS = re.findall(
    r"\w+",
    """tie actor actor_name actor_kind actor_country recipient recipient_name recipient_kind recipient_country
    sign relation_type directed event_types roles claims voices first_date last_date not_after verified
    rejected unsure unjudged planned denied by_hand version""",
)


@pytest.fixture
def neighbours() -> Statement:
    return parse_statement("explore/neighbours", HEADER + BODY)


def test_a_header_is_documentation_and_interface(neighbours: Statement) -> None:
    assert (neighbours.title, neighbours.titles["id"]) == (
        "Neighbours of an entity",
        "Tetangga sebuah entitas",
    )
    assert neighbours.description == "Ranked by voices, then by date."
    assert (neighbours.subject, neighbours.tags) == ("explore", ("draft",))
    assert neighbours.returns.kind is ResultKind.GRAPH
    assert neighbours.text.startswith("MATCH")
    assert neighbours.text.endswith("$limit")


def test_parameters_have_types_defaults_and_help(neighbours: Statement) -> None:
    entity, since, kinds, limit = neighbours.parameters
    assert (entity.type, entity.required, entity.help) == (ParameterType.ENTITY, True, "Whose neighbours")
    assert (since.required, since.optional, since.help) == (False, True, "First day, inclusive")
    assert kinds.default == ["person", "place"]
    assert (limit.default, limit.optional) == (25, False)


def test_a_statement_uses_what_others_share() -> None:
    body = "MATCH (tie) WHERE $since\n// :part count_claims\nRETURN $known_by"
    source = f"// Title\n// :use since lens\n// :returns graph\n{body}"
    with pytest.raises(CatalogError, match="uses without declaring: known_by"):
        parse_statement("saved/x/y", source)
    found = parse_statement("saved/x/y", source.replace("since lens", "since lens known_by"))
    since, lens, known_by = found.parameters
    assert (since.type, since.default, since.help) == (
        ParameterType.DATE,
        None,
        "First day, inclusive; an undated event counts on each day on which it may have been reported",
    )
    assert (lens.default, known_by.optional) == ("trusted", True)
    assert found.text.startswith("MATCH (tie) WHERE $since\nWITH tie, actor")
    assert found.text.endswith("WHERE claims > 0\nRETURN $known_by")


def test_parts_are_no_statements() -> None:
    assert [name for name in catalog() if name.startswith("parts/")] == []


def test_binding_fills_in_defaults(neighbours: Statement) -> None:
    bound = neighbours.bind({"entity": "IRN"})
    assert bound == {"entity": "IRN", "since": None, "kinds": ["person", "place"], "limit": 25}


def test_an_empty_choice_of_an_optional_parameter_means_none(neighbours: Statement) -> None:
    assert neighbours.bind({"entity": "IRN", "since": ""})["since"] is None


def test_a_chart_names_its_axes() -> None:
    chart = parse_statement(
        "saved/x/y", "// Title\n// :returns chart bar month claims sign\nRETURN 1"
    ).returns
    assert (chart.kind, chart.chart, chart.x, chart.y, chart.series) == (
        "chart",
        "bar",
        "month",
        "claims",
        "sign",
    )


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("MATCH (n) RETURN n", "no title"),
        ("// :returns table\nRETURN 1", "no title"),
        ("// Title\nRETURN 1", "needs one `:returns`"),
        ("// Title\n// :returns table\n// :returns graph\nRETURN 1", "needs one `:returns`"),
        ("// Title\n// :returns picture\nRETURN 1", "picture"),
        ("// Title\n// :returns chart pie month claims\nRETURN 1", "pie"),
        ("// Title\n// :returns chart bar month\nRETURN 1", "bar month"),
        ("// Title\n// :colour red\n// :returns table\nRETURN 1", ":colour"),
        ("// Title\n// :param n colour  Help\n// :returns table\nRETURN $n", "colour"),
        ("// Title\n// :param n integer\n// :returns table\nRETURN $n", "is not `:param name type"),
        ("// Title\n// :param n integer = many  Help\n// :returns table\nRETURN $n", "a whole number"),
        ("// Title\n// :returns table\nRETURN $n", "uses without declaring: n"),
        ("// Title\n// :param n integer  Help\n// :returns table\nRETURN 1", "declares without using: n"),
        ("// Title\n// :param n id  A\n// :param n id  B\n// :returns table\nRETURN $n", "declares twice: n"),
        (
            "// Title\n// :use lens colour\n// :returns table\nRETURN $lens",
            "`:use colour` is not one of lens,",
        ),
        ("// Title\n// :returns table\nMATCH (n)\n// :part return_all", "`:part return_all` is not a file"),
    ],
)
def test_a_statement_that_breaks_a_rule_is_refused_by_name(source: str, complaint: str) -> None:
    with pytest.raises(CatalogError, match=f"saved/x/y.*{re.escape(complaint)}"):
        parse_statement("saved/x/y", source)


def test_a_dollar_sign_in_text_or_comment_is_no_parameter() -> None:
    body = "RETURN '$price' AS a, \"it's $5\" AS b, `$odd` // not $this\n"
    assert parse_statement("saved/x/y", f"// Title\n// :returns table\n{body}").parameters == ()


@pytest.mark.parametrize(
    ("kind", "value", "bound"),
    [
        ("name", "Amir-Abdollahian", "amir abdollahian"),
        ("integer", "25", 25),
        ("number", "0.5", 0.5),
        ("boolean", "true", True),
        ("date", "2023-10-08", "2023-10-08"),
        ("country", "idn", "IDN"),
        ("event_type", "accuse", "ACCUSE"),
        ("event_types", "ACCUSE, REJECT", ["ACCUSE", "REJECT"]),
        ("entities", ("IRN", "USA"), ["IRN", "USA"]),
        ("quad", "4", 4),
        ("lens", "mine:Ani Wijaya", "mine:Ani Wijaya"),
        ("statuses", ["planned"], ["planned"]),
        ("rows", [{"id": 1}], [{"id": 1}]),
    ],
)
def test_values_are_read_from_text_and_from_python(kind: str, value: object, bound: object) -> None:
    assert read_value(ParameterType(kind), value) == bound


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "many"),
        ("integer", True),
        ("number", None),
        ("number", "nan"),
        ("number", "-inf"),
        ("number", 10**400),
        ("integer", 2**63),
        ("integer", "9" * 40),
        ("date", "2023-02-30"),
        ("ids", {"a": "b"}),
        ("ids", b"ab"),
        ("boolean", "perhaps"),
        ("date", "yesterday"),
        ("date", "2023-13-01"),
        ("country", "Indonesia"),
        ("event_types", ["FIGHT"]),
        ("entity", "  "),
        ("entities", 5),
        ("quad", 5),
        ("sign", "hostile"),
        ("lens", "mine"),
        ("lens", "everything' OR 1=1"),
        ("statuses", ["done"]),
        ("languages", ["English"]),
        ("rows", ["id"]),
    ],
)
def test_a_value_that_does_not_fit_is_refused(kind: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_value(ParameterType(kind), value)


def test_a_refusal_names_the_parameter_the_rule_and_the_value(neighbours: Statement) -> None:
    with pytest.raises(UsageError, match="'since' must be a date such as 2023-10-08, not 'yesterday'"):
        neighbours.bind({"entity": "IRN", "since": "yesterday"})
    with pytest.raises(UsageError, match="needs entity"):
        neighbours.bind({})
    with pytest.raises(UsageError, match=r"no parameter 'entitty'.*It takes entity, since, kinds, limit"):
        neighbours.bind({"entitty": "IRN"})


@pytest.mark.parametrize("limit", [-1, "-1", 2**31, "999999999999999999"])
def test_a_limit_that_no_result_can_have_is_refused(neighbours: Statement, limit: object) -> None:
    with pytest.raises(UsageError, match="'limit' must be between 0 and 2,147,483,647, not"):
        neighbours.bind({"entity": "IRN", "limit": limit})


@pytest.mark.parametrize("name", ["entity", "kinds"])
@pytest.mark.parametrize("broken", ["\ud800", "Ir\udcffn", ["Iran", "\udcff"], ({"a": ["\udcff"]},)])
def test_text_that_is_no_unicode_is_named_and_not_sent(
    neighbours: Statement, name: str, broken: object
) -> None:
    with pytest.raises(UsageError, match=rf"\\ud.* for '{name}' is not valid Unicode") as refused:
        neighbours.bind({"entity": "IRN", name: broken})
    assert str(refused.value).isprintable()


def test_a_long_value_is_cut_in_the_message(neighbours: Statement) -> None:
    with pytest.raises(UsageError, match="a whole number") as refused:
        neighbours.bind({"entity": "IRN", "limit": "x" * 100_000})
    assert len(str(refused.value)) < 300


def test_an_unknown_statement_is_answered_with_the_nearest_names() -> None:
    with pytest.raises(UsageError, match="explore/neighbours"):
        statement("explore/neighbors")


def test_reading_statements_show_only_what_a_lens_sees_or_say_why_not() -> None:
    without = {
        "article_languages",
        "claim",
        "claims_by_hand",
        "counts",
        "document",
        "counts_for",
        "document_mentions",
        "document_sentences",
        "ends_of_links",
        "entity",
        "every_entity",
        "formed_ties",
        "local_names",
        "merge_candidates",
        "named_actors",
        "named_together",
        "label_counts",
        "names",
        "property_examples",
        "type_examples",
        "newest_claims_of_entity",
        "newest_day",
        "orphan_annotations",
        "publishers",
        "sought_tie",
        "spellings",
        "stored_documents",
        "words_beginning",
    }
    for name, found in catalog().items():
        if name.startswith(("explore/", "saved/")):
            has_lens = "lens" in [parameter.name for parameter in found.parameters]
            assert has_lens != (name.removeprefix("explore/") in without), name


def test_saved_queries_are_explained_in_both_languages() -> None:
    saved = [found for name, found in catalog().items() if name.startswith("saved/")]
    assert len(saved) >= 14
    assert {found.subject for found in saved} >= {
        "bilateral",
        "conflict",
        "cooperation",
        "mediation",
        "people",
    }
    for found in saved:
        assert found.titles["id"], found.name
        assert found.description.endswith("."), found.name


def test_every_graph_statement_returns_the_columns_of_ties() -> None:
    for name, found in catalog().items():
        if found.returns.kind is ResultKind.GRAPH:
            assert list(found.columns) == GRAPH_COLUMNS, name


def test_charts_are_drawn_from_columns_that_are_returned() -> None:
    for name, found in catalog().items():
        for axis in filter(None, (found.returns.x, found.returns.y, found.returns.series)):
            assert axis in found.columns, (name, axis)


def test_a_list_that_is_cut_has_an_order() -> None:
    for name, found in catalog().items():
        if "LIMIT $" in found.text:
            assert found.text.count("LIMIT $") <= found.text.count("ORDER BY"), name


def test_no_pattern_is_anchored_in_its_middle() -> None:
    """The embedded engine would begin at its unbound end, with every node: minutes, not milliseconds."""
    for name, found in catalog().items():
        assert not re.search(r"MATCH \(\w+\)[-<][^(\n]*\(tie\)[-<]", found.text), name


def test_every_statement_that_reads_is_asked_by_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parents[1].rglob("test_*.py"))
    asked = set(re.findall(r"""read\(\s*"((?:explore|saved)/[a-z_/]+)\"""", tests))
    assert {name for name in catalog() if name.startswith(("explore/", "saved/"))} <= asked
