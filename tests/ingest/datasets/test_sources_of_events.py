from __future__ import annotations

from cypher.judging.annotations import SOURCE_GRADES
from ingest.datasets.sources import data_sets


def test_every_data_set_says_how_far_it_is_to_be_trusted_and_where_it_comes_from() -> None:
    for name, each in data_sets().items():
        assert each.name == name
        assert name.isalnum()
        assert name.islower()
        assert each.grade in SOURCE_GRADES
        assert 0 < each.confidence < 1
        assert each.licence
        assert each.title
        assert each.home.startswith("https://")
