"""Which labels, relationship types and properties a Cypher text names, wherever they may stand."""

from __future__ import annotations

import pytest

from cypher.catalog.catalog import catalog
from cypher.catalog.names_in_text import Names, names_in
from cypher.catalog.vocabulary import graph_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MATCH (n:Entity) RETURN n", Names(("Entity",))),
        ("MATCH (:A|B)--(x:C&!D:E)--(y:(F|G)&%) RETURN 1", Names(tuple("ABCDEFG"))),
        ("match (n is Person)-[is KNOWS]->() return n", Names(("Person",), ("KNOWS",))),
        ("MATCH (n:`Odd Label`)-[r:`odd type`]->() RETURN n", Names(("Odd Label",), ("odd type",))),
        ("MATCH ()-[:KNOWS|:LIKES|HATES*1..3]->() RETURN 1", Names((), ("KNOWS", "LIKES", "HATES"))),
        ("MATCH (n) WHERE n:Odd OR NOT n:Even RETURN n", Names(either=("Odd", "Even"))),
        ("MATCH ()-[r]->() WHERE r:KNOWS AND r.since > 1.5 RETURN r", Names((), (), ("KNOWS",), ("since",))),
        ("MATCH (n:A {size: 1, `odd key`: 2}) RETURN n", Names(("A",), (), (), ("size", "odd key"))),
        ("MATCH (n:A)-[r:T {weight: $w}]->() RETURN n.age", Names(("A",), ("T",), (), ("weight", "age"))),
        ("MATCH (n:A) RETURN n {.name, .*, made: n.age} AS m", Names(("A",), (), (), ("name", "age"))),
        ("MATCH (n:A) WITH n AS m, n.age AS age RETURN m.size, age", Names(("A",), (), (), ("age", "size"))),
        ("MATCH (n:A) RETURN n.`odd key`, n . age", Names(("A",), (), (), ("odd key", "age"))),
        ("MATCH (n) WHERE EXISTS { (n)-[:T]->(m:B {x: 1}) } RETURN n", Names(("B",), ("T",), (), ("x",))),
        ("MATCH (n:A) CALL (n) { MATCH (n)--(m:B) RETURN m } RETURN m.x", Names(("A", "B"), (), (), ("x",))),
        ("MATCH (n)-[:T]->(m) RETURN [(n)-[:U]->(b:B) WHERE b:C | b.x] AS xs",
         Names(("B",), ("T", "U"), ("C",), ("x",))),
        ("MATCH p = shortestPath((a:A)-[:T*..5]-(b:B)) RETURN p", Names(("A", "B"), ("T",))),
        ("MATCH ((a:A)-[:T]->(b:B)){1,3} RETURN a.x", Names(("A", "B"), ("T",), (), ("x",))),
        ("MATCH (a:A) RETURN a.x UNION MATCH (b:B) RETURN b.y AS x", Names(("A", "B"), (), (), ("x", "y"))),
    ],
)  # fmt: skip
def test_names_are_found_wherever_they_stand(text: str, expected: Names) -> None:
    assert names_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "RETURN '(n:Wrong {wrong: 1})' AS text, \"[:WRONG]\" AS more",
        "// MATCH (n:Wrong)\nRETURN 1 /* (:Wrong)-[:WRONG]->() */",
        "RETURN 'it\\'s (n:Wrong)' AS text",
        "WITH {wrong: 1, deep: {wrong: 2}} AS map RETURN map.other, map.deep.wrong",
        "UNWIND [{a: 1}] AS row RETURN row.b",
        "UNWIND $rows AS row RETURN row.a, $row.b.c, $`odd name`.x",
        "CALL db.labels() YIELD label RETURN label",
        "CALL db.labels YIELD label RETURN label",
        "RETURN date('2024-01-01').year AS y, duration.between(date(), date()).days, apoc.text.join([], '')",
        "RETURN [x IN [1, 2, 3] WHERE x > 1.5 | x] AS xs, [1, 2, 3][0..2] AS some",
        "RETURN CASE WHEN 1 IS NULL THEN 2 ELSE 3 END AS n, 1 IS :: INTEGER AS typed",
        "MATCH (n) WHERE n IS NOT NULL RETURN n",
        "MATCH (n)--(m) WITH {name: n} AS n RETURN n.wrong",
        "MATCH p = (n)--() RETURN [n IN nodes(p) | n.wrong]",
        "MATCH (n) RETURN count(n) AS n, {key: 1}[\"wrong\"]",
        "MATCH (n",
        "MATCH (n:",
        "RETURN ]})",
        "",
    ],
)  # fmt: skip
def test_no_name_is_found_where_none_is_certain(text: str) -> None:
    assert names_in(text) == Names()


def test_the_names_of_the_graph_come_from_the_statements() -> None:
    names = graph_names()
    assert {"Country", "Tie", "Claim", "Watch"} <= set(names.labels)
    assert {"ACTS_IN", "EXTRACTED_AS", "OF"} <= set(names.types)
    assert {"event_type", "judged_confidence", "own_actors", "published_on"} <= set(names.properties)
    assert not {"row", "claim_verdict", "neighbour", "states"} & set(names.properties)


def test_no_statement_of_the_catalogue_names_what_the_graph_lacks() -> None:
    known = graph_names()
    for statement in catalog().values():
        assert set(names_in(statement.text).either) <= {*known.labels, *known.types}, statement.name
