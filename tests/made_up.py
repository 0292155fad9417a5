"""Made-up results of queries: values of every type, columns of every name, and ties with something wrong."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cypher.bolt.table import Table

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=12),
    st.sampled_from(
        [
            "",
            " ",
            "=1+1",
            "-5",
            "@x",
            "\ud800",
            "a\x00b",
            "a\rb",
            "\uffff",
            "__proto__",
            "<b>",
            "2024-01",
            "x" * 5000,
        ]
    ),
)
NUMBERS = st.one_of(
    st.integers(),
    st.floats(),
    st.sampled_from(
        [0, -1, 2**53, 2**63 - 1, 2**63, 10**30, float("nan"), float("inf"), -float("inf"), 1e308]
    ),
)
POINT = {"srid": 4326, "coordinates": [12.5, float("nan")]}
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS, st.binary(max_size=4), st.just(POINT))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
NAMES = st.one_of(
    TEXTS, st.sampled_from(["month", "claims", "name", "n.name", "count(*)", "tie", "sign", "document"])
)

TIE: dict[str, Any] = {
    "tie": "t1", "actor": "IRN", "actor_name": "Iran", "actor_kind": "country", "actor_country": "IRN",
    "recipient": "USA", "recipient_name": "United States", "recipient_kind": "country",
    "recipient_country": "USA", "sign": "conflict", "relation_type": None, "directed": True,
    "event_types": ["SANCTION 3", "AID"], "roles": [], "claims": 4, "voices": 2, "first_date": "2023-10-08",
    "last_date": "2024-01-15", "not_after": "2024-01-20", "verified": 0, "rejected": 0,
    "unsure": 0, "unjudged": 4, "planned": 0, "denied": 0, "by_hand": 1, "version": 1,
}  # fmt: skip
"""A tie that fits."""


@st.composite
def tables(draw: st.DrawFn, most_columns: int = 6) -> Table:
    """Rows of anything."""
    columns = draw(st.lists(NAMES, max_size=most_columns))
    row = st.tuples(*(VALUES for _ in columns))
    alike = st.tuples(*(draw(st.sampled_from([VALUES, NUMBERS, TEXTS, SCALARS])) for _ in columns))
    return Table(tuple(columns), tuple(draw(st.lists(row | alike, max_size=5))))


@st.composite
def tie_tables(draw: st.DrawFn) -> Table:
    """Ties of which some columns are missing, and some rows hold what does not belong there."""
    dropped = draw(st.sets(st.sampled_from(sorted(TIE)), max_size=3)) if draw(st.booleans()) else set()
    columns = [name for name in TIE if name not in dropped]
    usual = st.builds(
        lambda tie, ends, directed: (
            TIE | {"tie": tie, "actor": ends[0], "recipient": ends[1], "directed": directed}
        ),
        st.sampled_from(["t1", "t2", "t3", "t\x01", "t\x02"]),
        st.tuples(*[st.sampled_from(["IRN", "USA", "a b", "\ud800", "é"])] * 2),
        st.booleans(),
    )
    strange = st.builds(
        lambda row, changed: row | changed, usual, st.dictionaries(st.sampled_from(columns), VALUES)
    )
    rows = draw(st.lists(usual | strange, max_size=6))
    return Table(tuple(columns), tuple(tuple(row[name] for name in columns) for row in rows))


@st.composite
def mangled(draw: st.DrawFn, table: Table) -> Table:
    """A real result with columns dropped, renamed and retyped."""
    fates = [draw(st.sampled_from(["kept", "kept", "dropped", "renamed", "retyped"])) for _ in table.columns]
    names = [
        draw(NAMES) if fate == "renamed" else name for name, fate in zip(table.columns, fates, strict=True)
    ]
    held = [place for place, fate in enumerate(fates) if fate != "dropped"]
    rows = [
        tuple(draw(VALUES) if fates[place] == "retyped" else row[place] for place in held)
        for row in table.rows[:3]
    ]
    return Table(tuple(names[place] for place in held), tuple(rows))
