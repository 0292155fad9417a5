"""The score of the families of sentences: what a row asks for, and that the kept half stays unread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bench.families import KEPT, READ, holds, rows, told
from cypher.model.graph import Document
from ingest.extraction import extract

TEXT = "Norway attacked Peru on Monday, Kenya said."


@pytest.mark.parametrize(
    ("expected", "is_right"),
    [
        ({"claims": [{"type": "ASSAULT", "actors": ["Norway"], "recipients": ["Peru"]}]}, True),
        ({"claims": [{"actor_countries": ["NOR"], "recipient_countries": ["PER"]}]}, True),
        ({"claims": [{"attribution": "Kenya", "status": "actual"}]}, True),
        ({"claims": [{"date": "2024-03-11", "date_precision": "day", "attribution_set": True}]}, True),
        ({"claims": [{"type": "AID", "status_not": "actual"}]}, True),
        ({"nothing": "2019"}, True),
        ({"claims": [{"actors": ["Peru"]}]}, False),
        ({"claims": [{"recipient_countries": ["PER", "NOR"]}]}, False),
        ({"claims": [{"type": "ASSAULT", "status_not": "actual"}]}, False),
        ({"claims": [{"date_not": "2024"}]}, False),
        ({"claims": [{"type": "ASSAULT"}, {"type": "AID"}]}, False),
        ({"nothing": ""}, False),
        ({"nothing": "2024"}, False),
    ],
)
def test_a_row_holds_if_what_it_asks_for_is_told(expected: Mapping[str, Any], is_right: bool) -> None:
    document = Document("d", TEXT, "en", "d", published_on="2024-03-12")
    assert holds(expected, told(next(extract([document])))) is is_right


def test_the_halves_have_as_many_rows_and_none_in_common() -> None:
    halves = [{row["id"] for _, row in rows(half)} for half in (READ, KEPT)]
    assert len(halves[0]) == len(halves[1]) == 330
    assert not halves[0] & halves[1]
