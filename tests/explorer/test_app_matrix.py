"""The matrix of who does what to whom on the page *Queries*: it has the level of the row above the page."""

from __future__ import annotations

import json

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.model.graph import Level
from explorer.acts import Act, act_of
from explorer.acts.opening import OpenPairAt
from explorer.charts.clicks import ACT
from tests.explorer.opening import opened

MATRIX = "saved/bilateral/matrix"


def ways(app: AppTest) -> set[Act]:
    """What the cells of the matrix do."""
    (chart,) = app.get("vega_lite_chart")
    (data,) = (each.data.data for each in chart.proto.datasets)
    rows = convert_arrow_bytes_to_pandas_df(data).to_dict("records")
    return {act_of(json.loads(row[ACT])) for row in rows if row[ACT]}


def chosen(app: AppTest) -> list[str]:
    """The values of the fields of the level: that above the page, and that of the form."""
    return [str(each.value) for each in app.selectbox if each.label == "Level"]


def test_the_form_follows_the_level_above_the_page(story: Database) -> None:
    app = opened(page="queries", query=MATRIX, level="state")
    assert chosen(app) == ["state", "state"]
    app.selectbox(key="level").set_value("bloc").run()
    assert chosen(app) == ["bloc", "bloc"]
    assert OpenPairAt("arab-league", "ISR", Level.BLOC) in ways(app)
    app.selectbox(key="level").set_value("state").run()
    assert chosen(app) == ["state", "state"]
    assert OpenPairAt("QAT", "ISR", Level.STATE) in ways(app)


def test_a_level_that_was_chosen_in_the_form_stays_until_that_above_changes(story: Database) -> None:
    app = opened(page="queries", query=MATRIX, level="state")
    form = next(each for each in app.selectbox if each.label == "Level" and each.key != "level")
    form.set_value("bloc").run()
    assert chosen(app) == ["state", "bloc"]
    app.run()
    assert chosen(app) == ["state", "bloc"]


def test_the_query_with_a_level_of_its_own_keeps_it(story: Database) -> None:
    app = opened(page="queries", query="saved/people/central", level="actor")
    app.selectbox(key="level").set_value("bloc").run()
    assert chosen(app) == ["bloc", "actor"]
