"""Results in the reader's language: heads and values by the declared types of columns."""

from __future__ import annotations

import pytest

from cypher.bolt.table import Table
from cypher.catalog.catalog import catalog
from cypher.catalog.column_types import read_columns
from explorer.briefs.spoken import with_heads, with_values
from explorer.words import Words

COLUMNS = read_columns(
    "name name, kind kind, event_types [event_type], sign sign?, quad quad, status status, first_date date?"
)
TABLE = Table(
    tuple(column.name for column in COLUMNS),
    (
        ("planned", "armed_group", ["SANCTION", "CONSULT 43"], "conflict", 4, "planned", "2024-01-15"),
        ("Taiwan", "country", [], None, 1, "actual", None),
    ),
)


@pytest.mark.parametrize(
    ("language", "first", "heads"),
    [
        (
            "en",
            ("planned", "armed group", ["Sanction", "Consult 43"], "conflict"),
            ("Name", "Kind", "Event types"),
        ),
        (
            "id",
            (
                "planned",
                "kelompok bersenjata",
                ["Memberi sanksi", "Berunding 43"],
                "konflik",
            ),
            ("Nama", "Jenis", "Jenis peristiwa"),
        ),
    ],
)
def test_codes_are_named_and_news_stays(language: str, first: tuple[object, ...], heads: tuple[str]) -> None:
    spoken = with_heads(with_values(TABLE, COLUMNS, Words(language)), Words(language))
    assert spoken.columns[:3] == heads
    assert spoken.rows[0][:4] == first
    assert spoken.rows[0][6] == "2024-01-15"
    assert spoken.rows[1][0] == "Taiwan"
    assert spoken.rows[1][3] is spoken.rows[1][6] is None


def test_columns_without_a_declaration_keep_their_values() -> None:
    assert with_values(TABLE, (), Words("id")) == TABLE


def test_no_value_of_a_saved_query_is_left_as_a_code_in_indonesian() -> None:
    """Each type of a closed list that a saved query declares has a name in the language."""
    words, samples = Words("id"), {"kind": "person", "sign": "conflict", "status": "planned", "quad": 1}
    samples |= {"event_type": "SANCTION", "verdict": "rejected"}
    for statement in (each for name, each in catalog().items() if name.startswith("saved/")):
        columns = [each for each in statement.declared.columns if each.type.name in samples]
        row = tuple(samples[each.type.name] for each in columns)
        table = Table(tuple(each.name for each in columns), (row,))
        (said,) = with_values(table, columns, words).rows
        assert all(one != other for one, other in zip(said, row, strict=True)), statement.name
