"""Statements whose result is computed from their rows."""

from __future__ import annotations

import pytest

from cypher.analysis.steps import STEPS, computed
from cypher.bolt.table import Table
from cypher.catalog.catalog import CatalogError, catalog, parse_statement
from cypher.desk.own_queries import typed_statement

HEADER = """// Title
// :param most integer = 3  Only the function uses it
// :returns table
// :then balance
// :reads first id
// :columns triad string
"""
BODY = "MATCH (tie:Tie) RETURN tie.actor AS first"


def test_every_function_computes_a_result_and_every_computed_result_has_its_function() -> None:
    assert {found.then for found in catalog().values() if found.then} == set(STEPS)


def test_a_header_declares_what_its_text_returns_and_what_becomes_of_it() -> None:
    found = parse_statement("saved/triads/example", HEADER + BODY)
    assert (found.then, found.columns, found.read.names) == ("balance", ("triad",), ("first",))
    plain = parse_statement(
        "saved/triads/example", f"// Title\n// :returns table\n// :columns first id\n{BODY}"
    )
    assert plain.read == plain.declared


def test_a_text_that_returns_something_else_than_its_function_reads_is_refused() -> None:
    with pytest.raises(CatalogError, match="returns a column `second` that it does not declare"):
        parse_statement("saved/triads/example", f"{HEADER}{BODY}, tie.recipient AS second")
    with pytest.raises(CatalogError, match="only one of `:then` and `:reads`"):
        parse_statement("saved/triads/example", (HEADER + BODY).replace("// :reads first id\n", ""))


def test_a_typed_query_shows_the_rows_of_its_text() -> None:
    written = (
        line for line in (HEADER + BODY).splitlines() if ":columns" not in line and ":param" not in line
    )
    found = typed_statement("typed", "\n".join(written))
    assert (found.then, found.columns) == (None, ("first",))


def test_rows_without_a_function_stay_as_they_are() -> None:
    table = Table(("first",), (("IRN",),))
    assert computed(None, table, {}) is table
