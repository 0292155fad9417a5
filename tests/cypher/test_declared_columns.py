"""Headers declare the columns of their results; records are generated from them and read at the door."""

from __future__ import annotations

import copy
import pickle
import re
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from cypher.bolt.table import Table
from cypher.catalog.catalog import CatalogError, Statement, catalog, parse_statement, shipped
from cypher.catalog.column_types import SCALARS, maps, misfit, read_columns
from cypher.catalog.write_records import modules, outdated
from cypher.database import Database
from cypher.database.typed_rows import MisfitError, records_of
from cypher.errors import UsageError
from cypher.records.explore import FoundEntity, NewestDay
from cypher.records.merge import AffectedAssertion
from cypher.records.shared import ActingParty, FoundAssertion
from tests.declared import undeclared

HEAD = "// Title\n// :returns table\n"


def test_a_header_declares_columns_with_types() -> None:
    found = parse_statement(
        "x/y/z",
        f"{HEAD}// :record Meeting id id, day date?,\n//    who [Party]\nRETURN 1 AS id, 2 AS day, 3 AS who",
    )
    assert (found.declared.record, found.columns) == ("Meeting", ("id", "day", "who"))
    assert [str(column.type) for column in found.declared.columns] == ["id", "date?", "[Party]"]


def test_a_part_declares_its_own_columns_and_a_statement_adds_to_them() -> None:
    body = "MATCH (assertion)\n// :part return_assertions\n"
    same = parse_statement("x/y/z", HEAD + body)
    assert (same.declared.record, same.declared.part) == ("FoundAssertion", "return_assertions")
    more = parse_statement("x/y/z", f"{HEAD}// :record More n integer\n{body}, 1 AS n")
    assert (more.declared.record, more.declared.part) == ("More", None)
    assert more.columns == (*same.columns, "n")
    with pytest.raises(CatalogError, match=r"x/y/z.cypher returns a column `n` that it does not declare"):
        parse_statement("x/y/z", f"{HEAD}{body}, 1 AS n")


@pytest.mark.parametrize(
    ("declared", "complaint"),
    [
        (":columns a integer, c string", "declares a column `c` that it does not return"),
        (":columns a integer", "returns a column `b` that it does not declare"),
        (":columns b string, a integer", "declares the column `b` where it returns `a`"),
        (":columns a integer, b colour", "`colour` of the column `b` is neither a map of parts/maps"),
        (":columns a, b string", "the column `a` is not `name type`"),
        (":columns a integer, b [string", "the column `b [string` is not `name type`"),
        (":columns a integer, b string ?", "the column `b string ?` is not `name type`"),
        (":record a integer, b string", "`:record a` does not begin with the name of a class"),
        (":record", "`:record ` does not begin with the name of a class"),
        (":record X a integer, class id", "`class` is a Python keyword"),
        (":columns a integer\n// :record X b string", "columns are declared once"),
    ],
)
def test_a_declaration_that_is_none_or_is_not_what_is_returned_is_refused(
    declared: str, complaint: str
) -> None:
    with pytest.raises(CatalogError, match=rf"saved/x/y\.cypher:? {re.escape(complaint)}"):
        parse_statement("saved/x/y", f"{HEAD}// {declared}\nRETURN 1 AS a, 'x' AS b")


def test_only_queries_of_analysts_may_leave_their_columns_out() -> None:
    own = parse_statement("own/x", f"{HEAD}RETURN 1 AS a, 2 AS b")
    assert own.columns == ("a", "b")
    with pytest.raises(
        CatalogError, match=r"own/x.cypher returns a, b and declares no columns: add the line"
    ):
        shipped(own)
    assert shipped(parse_statement("schema/x", "// Title\n// :returns nothing\nCREATE INDEX x")).columns == ()


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        ("string", "", True),
        ("id", "", False),
        ("id?", None, True),
        ("id", None, False),
        ("integer", 1, True),
        ("integer", True, False),
        ("integer", 1.0, False),
        ("number", 1, True),
        ("number", "1", False),
        ("boolean", 1, False),
        ("date", "2024-02-29", True),
        ("date", "2023-02-29", False),
        ("date", "2024-02-29T10:00:00", False),
        ("time", "2024-02-29T10:00:00.5+00:00", True),
        ("time", "2024-02-29", False),
        ("event_type", "CONSULT", True),
        ("event_type", "holds_office", True),
        ("event_type", "HOLDS", False),
        ("quad", 5, False),
        ("sign", "hostile", False),
        ("[integer]", [1, 2], True),
        ("[integer]", [1, None], False),
        ("[integer?]", [1, None], True),
        ("[integer]", 1, False),
        ("[integer]?", None, True),
        ("Party", {"id": "IRN", "name": "Iran", "kind": "country"}, True),
        ("Party", {"id": "IRN", "name": "Iran"}, False),
        ("[Party]", [{"id": "IRN", "name": None, "kind": "country"}], False),
    ],
)
def test_a_value_is_of_its_type_or_the_misfit_is_named(kind: str, value: object, fits: bool) -> None:
    (column,) = read_columns(f"x {kind}", maps())
    assert str(column.type) == kind
    assert (misfit(column.type, value) is None) is fits


def test_every_type_is_declared_somewhere() -> None:
    used = {c.type.name for found in catalog().values() for c in found.declared.columns}
    keys = {key.type.name for key_list in maps().values() for key in key_list}
    assert set(SCALARS) | set(maps()) == used | keys


def test_the_records_are_those_that_the_statements_declare(tmp_path: Path) -> None:
    texts = modules(catalog().values())
    assert outdated(texts) == []
    (tmp_path / "explore.py").write_text(texts["explore"] + "\n", encoding="utf-8")
    (tmp_path / "left_over.py").touch()
    named = {path.stem for path in outdated(texts, tmp_path)}
    assert named == {*texts, "left_over"}


def test_a_new_column_of_a_statement_is_a_new_field_of_its_record() -> None:
    def written(*sources: str) -> str:
        found = [parse_statement(f"explore/{at}", HEAD + source) for at, source in enumerate(sources)]
        return modules(found)["explore"]

    one = "// :record Meeting id id\nRETURN 1 AS id"
    text = written(
        one, one, "// :record Other id id, who [Party]?, n [number?]\nRETURN 1 AS id, 2 AS who, 3 AS n"
    )
    assert "class Meeting(Row):\n" in text
    assert "A row of `explore/0`, and of 1 more that declare the same." in text
    assert "    who: Sequence[Party] | None\n    n: Sequence[float | None]\n" in text
    assert "    BUILDERS: ClassVar[Builders] = {1: Party}\n" in text
    with pytest.raises(CatalogError, match=r"explore/0.cypher and explore/1.cypher declare a record Meeting"):
        written(one, "// :record Meeting id id, day date\nRETURN 1 AS id, 2 AS day")


def test_rows_become_records_with_records_for_maps() -> None:
    party = {"id": "IRN", "name": "Iran", "kind": "country", "acts_for": "IRN"}
    row: tuple[object, ...] = (
        "e",
        "AID",
        None,
        None,
        None,
        2,
        5.0,
        "actual",
        None,
        None,
        None,
        None,
        [party, party],
        [],
        [],
        [],
    )
    table = Table(FoundAssertion.__match_args__, (row,))
    (found,) = records_of(table, FoundAssertion)
    assert (found.id, found.quad, found.relation_type, found.recipients) == ("e", 2, None, [])
    assert found.actors == [ActingParty("IRN", "Iran", "country", "IRN")] * 2
    assert copy.deepcopy(found) == found == pickle.loads(pickle.dumps(found))  # noqa: S301
    with pytest.raises(FrozenInstanceError):
        found.id = "f"  # type: ignore[misc]


def test_a_result_that_does_not_fit_a_record_is_refused() -> None:
    with pytest.raises(MisfitError, match="has the columns tie, calls; NewestDay has day"):
        records_of(Table(("tie", "calls"), (("t", 1),)), NewestDay)
    row = (*[None] * 12, [{"id": "IRN", "label": "Iran", "kind": "country"}], [], [], [])
    with pytest.raises(MisfitError, match=r"A map in a column of FoundAssertion .*'label'"):
        records_of(Table(FoundAssertion.__match_args__, (row,)), FoundAssertion)


def test_the_door_gives_records_also_of_no_rows(story: Database) -> None:
    found = story.rows(FoundEntity, "explore/search_entities", text="khan")
    assert [(each.id, each.alias) for each in found] == [("muttaqi", "Amir Khan Muttaqi")]
    assert story.rows(FoundEntity, "explore/search_entities", text="nobody at all") == []
    assert story.rows(NewestDay, "explore/newest_day", known_by="1999-01-01") == []
    with pytest.raises(MisfitError, match="AffectedAssertion has id, event_type"):
        story.rows(AffectedAssertion, "explore/search_entities", text="khan")
    with pytest.raises(UsageError, match="Did you mean explore/newest_day"):
        story.rows(NewestDay, "explore/newest_days")


def test_a_wrong_declaration_is_noticed_in_a_result(story: Database) -> None:
    """What every test of this folder is checked for; see `tests.conftest.as_declared`."""
    name = "explore/reach"
    table, found = story.read(name, entities=["IRN"]), catalog()[name]
    assert undeclared(found, table) == []

    def declaring(columns: str) -> Statement:
        return replace(found, declared=replace(found.declared, columns=read_columns(columns)))

    assert undeclared(declaring("entity integer, neighbour id, ties integer"), table) == [
        f"the column `entity` is {table.rows[0][0]!r}, not a whole number"
    ]
    assert undeclared(declaring("entity id, neighbour id, bonds integer"), table) == [
        "the columns are entity, neighbour, ties, not entity, neighbour, bonds"
    ]
