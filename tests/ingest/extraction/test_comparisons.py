"""Who does as another does takes part in the act; who only belongs to a group stands for it."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

LIKEWISE = [
    ("The rebels, like Qatar, condemned Israel.", "en", "rebels & Qatar"),
    ("The unions, like Norway, criticised Serbia.", "en", "unions & Norway"),
    ("Peru, like Bolivia, condemned Chile.", "en", "Peru & Bolivia"),
    ("Like Qatar, the rebels condemned Israel.", "en", "rebels & Qatar"),
    ("Like Kenya and Uganda, Ethiopia condemned Somalia.", "en", "Ethiopia & Kenya & Uganda"),
    ("Para pemberontak, seperti Qatar, mengecam Israel.", "id", "pemberontak & Qatar"),
    ("Kelompok oposisi, seperti Norwegia, mengecam Serbia.", "id", "Kelompok oposisi & Norway"),
    ("Seperti Kenya, Ethiopia mengecam Somalia.", "id", "Ethiopia & Kenya"),
    ("Seperti halnya Peru, Bolivia mengecam Cile.", "id", "Bolivia & Peru"),
]
OTHERS = [
    ("Western states, like Canada and Norway, condemned Serbia.", "en", "Canada & Norway"),
    ("Unlike Kenya, Ethiopia condemned Somalia.", "en", "Ethiopia"),
    ("Negara-negara tetangga, seperti Peru dan Bolivia, mengecam Cile.", "id", "Peru & Bolivia"),
    ("Kenya, tidak seperti Uganda, mengecam Somalia.", "id", "Kenya"),
]


@pytest.mark.parametrize(("text", "language", "actors"), LIKEWISE + OTHERS)
def test_a_comparison_names_further_actors(told: Told, text: str, language: str, actors: str) -> None:
    assert [who for kind, who, _ in told(text, language) if kind == "ACCUSE"] == [actors]
