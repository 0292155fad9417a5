"""The columns of a result without rows, which the embedded engine does not name."""

from __future__ import annotations

import pytest

from cypher.catalog.catalog import catalog
from cypher.catalog.return_clause import returned_columns
from cypher.database import Database


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("RETURN 1", ("1",)),
        ("MATCH (n) RETURN DISTINCT n.name, count(*) AS `how many` ORDER BY n.name", ("n.name", "how many")),
        ("RETURN 'a, b' AS x, {a: 1, b: 2} AS m LIMIT 3", ("x", "m")),
        ("RETURN CASE WHEN true THEN 1 ELSE 2 END AS c // and, RETURN nothing", ("c",)),
        ("RETURN n.end AS end, n.order AS x SKIP 1", ("end", "x")),
        ("MATCH (a) return a.x as A UNION MATCH (a) RETURN a.y AS A;", ("A",)),
        ("RETURN COLLECT { MATCH (n) RETURN n.id } AS ids, [x IN [1] | x] AS xs", ("ids", "xs")),
        ("MATCH (n) RETURN *", ()),
        ("CREATE (n)", ()),
    ],
)
def test_columns_are_read_from_the_last_return(text: str, columns: tuple[str, ...]) -> None:
    assert returned_columns(text) == columns


def test_a_result_without_rows_has_the_same_columns_on_both_databases(database: Database) -> None:
    """Neo4j names them itself, so that it says whether they were read rightly."""
    for name in ("explore/counts", "saved/conflict/escalation", "saved/people/statements"):
        takes = {p.name: "nobody" for p in catalog()[name].parameters if p.required}
        assert database.read(name, **takes).columns == catalog()[name].columns, name
    typed = "MATCH (c:Country) RETURN c.name, c.id AS id, size([1, 2]) AS `how many`"
    assert database.read_text(typed).columns == ("c.name", "id", "how many")
