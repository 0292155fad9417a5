"""Lanes on the pages *Network* and *Actors*, on a real engine: their rows, and what a mark asks for."""

from __future__ import annotations

import json

import pandas as pd
import pyarrow as pa
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from explorer.charts.clicks import ACT
from tests.explorer.opening import opened


def marks(app: AppTest) -> pd.DataFrame:
    """The marks of the only chart with lanes, each with its act as a mapping; empty if there is none."""
    charts = [each.proto for each in app.get("vega_lite_chart") if '"lane"' in each.proto.spec]
    if not charts:
        return pd.DataFrame({"lane": [], ACT: []})
    (chart,) = charts
    (data,) = (each.data.data for each in chart.datasets)
    frame: pd.DataFrame = pa.ipc.open_stream(data).read_pandas()
    return frame.assign(**{ACT: frame[ACT].map(json.loads)})


def in_lanes(**asked: str) -> AppTest:
    """The network page, shown as lanes."""
    app = opened(**asked)
    app.segmented_control(key="shown as").set_value("lanes").run()
    assert not app.exception
    return app


def test_all_events_of_a_pair_stand_in_one_lane_whoever_did_them(story: Database) -> None:
    found = marks(in_lanes(lens="all", level="state"))
    both = found[found["lane"] == "Iran – United States"]
    assert set(both["who"]) >= {"United States → Iran", "Iran → United States"}
    assert set(both["series"]) == {"cooperation", "conflict"}
    assert found["lane"].iloc[0] == "Hamas – Israel"  # the pair with the most claims


def test_an_event_in_two_papers_is_one_mark_and_a_denied_one_is_none(story: Database) -> None:
    found = marks(in_lanes(lens="all", level="state"))
    assaults = found[found["what"] == "Assault"]
    assert list(assaults["who"]) == ["Hamas → Israel"]
    assert "Retreat" not in set(found["what"])


def test_a_mark_selects_its_tie_and_the_marks_of_a_selection_stay_dark(story: Database) -> None:
    edge = marks(in_lanes(lens="all", level="state"))[ACT].iloc[-1]["edge"]
    found = marks(in_lanes(lens="all", level="state", tie=edge))
    lit = {act["edge"]: opacity for act, opacity in zip(found[ACT], found["opacity"], strict=True)}
    assert {tie for tie, opacity in lit.items() if opacity > 0.5} == {edge}
    assert found[ACT].iloc[0]["edge"] == edge


def test_lanes_obey_the_period_of_the_time_bar(story: Database) -> None:
    found = marks(in_lanes(lens="all", level="state", window="2024-01-01:2024-01-31"))
    assert {when[:4] for when in found["x"]} == {"2024"}


def test_without_dated_events_the_lanes_say_so(story: Database) -> None:
    app = in_lanes(language="id", window="1999-01-01:1999-02-01")
    assert [each.value for each in app.info] == ["Tidak ada peristiwa bertanggal dalam gambar ini."]


def test_an_actor_has_a_lane_for_each_other_party_and_a_mark_opens_its_sentence(story: Database) -> None:
    found = marks(opened(page="actors", entity="ISR", lens="all", level="state", language="id"))
    assert set(found["lane"]) == {"Hamas", "Qatar"}
    assert {act["act"] for act in found[ACT]} == {"OpenDocument"}
    assert "claim-attack" in {act["claim"] for act in found[ACT]}
    assert "Israel → Hamas" in set(found["who"])
