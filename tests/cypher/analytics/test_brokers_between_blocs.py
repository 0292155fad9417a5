"""Brokers between blocs, counted again over all threes of states."""

from __future__ import annotations

import pytest

from bench.recounts import ROLES, roles_of, tied
from cypher.analysis.brokers import brokers_between_blocs
from cypher.bolt.table import Table
from tests.cypher.analytics.conftest import Year, as_declared


@pytest.mark.parametrize("lens", ["trusted", "all"])
@pytest.mark.parametrize(
    ("sign", "period", "pairs"),
    [("cooperation", {}, 3000), ("conflict", {"since": "2014-04-01"}, 3000), ("cooperation", {}, 60)],
)
def test_roles_are_those_of_all_open_threes(
    year: Year, lens: str, sign: str, period: dict[str, str], pairs: int
) -> None:
    rows = [row for row in year.seen(lens) if row.day >= period.get("since", "")]
    groups = {row["id"]: row["bloc"] for row in blocs_in(year)}
    expected = roles_of(tied(rows, sign, pairs), groups)
    asked = {"level": "actor", "lens": lens, "sign": sign, "pairs": pairs, "limit": 1000, **period}
    found = as_declared(
        "saved/brokers/between_blocs", year.database.read("saved/brokers/between_blocs", **asked)
    ).records()
    assert {row["entity"]: tuple(row[role] for role in ROLES) for row in found} == {
        broker: counts for broker, counts in expected.items() if counts[0] + counts[1]
    }
    assert len(found) > 5
    assert any(row["gatekeeper"] for row in found) or (sign, pairs) != ("cooperation", 3000)
    assert [row["across"] for row in found] == sorted((row["across"] for row in found), reverse=True)
    assert all(row["across"] == row["liaison"] + row["gatekeeper"] for row in found)


def blocs_in(year: Year) -> list[dict[str, str]]:
    text = "MATCH (state:Country) WHERE state.bloc IS NOT NULL RETURN state.id AS id, state.bloc AS bloc"
    return year.database.read_text(text).records()


def test_blocs_without_a_tie_are_linked_by_their_brokers_alone() -> None:
    """France and Spain are of one bloc, Oman and Iraq of another; only Ghana and Togo know both."""
    rows = [
        ("ESP", "Spain", "country", "eu", ["FRA"]),
        ("FRA", "France", "country", "eu", ["ESP", "GHA", "TGO"]),
        ("GHA", "Ghana", "country", None, ["FRA", "IRQ", "OMN"]),
        ("IRQ", "Iraq", "country", "league", ["GHA", "OMN"]),
        ("OMN", "Oman", "country", "league", ["GHA", "IRQ", "TGO"]),
        ("TGO", "Togo", "country", None, ["FRA", "OMN"]),
    ]
    table = Table(("entity", "name", "kind", "bloc", "neighbours"), tuple(rows))
    found = {row["entity"]: row for row in brokers_between_blocs(table, {"limit": 10}).records()}
    assert {each: found[each]["unlinked"] for each in ("GHA", "TGO")} == {"GHA": 1, "TGO": 1}
    assert [found["GHA"][role] for role in ROLES] == [2, 0, 0, 0]
    assert [found["FRA"][role] for role in ROLES] == [1, 2, 0, 0]
    assert found["FRA"]["unlinked"] == 0
    assert [found["OMN"][role] for role in ROLES] == [1, 1, 0, 0]
    assert "ESP" not in found
