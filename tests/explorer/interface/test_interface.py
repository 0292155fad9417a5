"""What a program gets from the interface over the saved queries, asked of the real server."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.audit import Outcome
from cypher.audit.reading import entries
from cypher.bolt.settings import Settings
from cypher.database import Database
from tests.explorer.interface.asking import Interface
from tests.explorer.serving.running import served

pytestmark = pytest.mark.slow

PAIR = {"first": "USA", "second": "IRN"}


def test_the_list_tells_how_each_query_is_asked_and_where(api: Interface) -> None:
    status, answer = api.get("/api/queries")
    assert status == 200
    listed = {each["name"]: each for each in answer["queries"]}
    history = listed["bilateral/history"]
    assert history["title"] == "Relations of two actors over time"
    assert history["result"]["kind"] == "chart"
    assert history["run"] == "/api/queries/bilateral/history/run"
    takes = {each["name"]: each for each in history["parameters"]}
    assert takes["first"]["required"]
    assert takes["level"]["default"] == "state"
    assert takes["level"]["choices"] == ["actor", "state", "bloc"]
    assert takes["lens"]["default"] == "trusted"
    assert {"name": "month", "type": "string", "optional": False} in history["columns"]
    assert api.get("/api/queries/bilateral/history") == (200, history)
    assert len(listed) >= 40


def test_a_run_gives_rows_by_column_as_the_database_has_them(api: Interface, graph: Database) -> None:
    status, answer = api.get("/api/queries/bilateral/ties/run", PAIR | {"level": "actor"})
    assert status == 200
    assert answer["rows"] == graph.read("saved/bilateral/ties", **PAIR, level="actor").records()
    assert answer["rows"][0]["actor"] in {"USA", "IRN"}
    assert answer["rows"][0]["actor_name"] in {"United States", "Iran"}
    assert [each["name"] for each in answer["columns"]] == list(answer["rows"][0])
    assert answer["asked"]["first"] == "USA"
    assert answer["asked"]["lens"] == "trusted"
    assert not answer["truncated"]


def test_entities_may_be_named_in_any_language_and_the_answer_says_their_ids(api: Interface) -> None:
    given = {"first": "Amerika Serikat", "second": "Teheran"}
    status, answer = api.get("/api/queries/bilateral/history/run", given)
    assert status == 200
    assert (answer["asked"]["first"], answer["asked"]["second"]) == ("USA", "IRN")


def test_lists_may_be_repeated_or_separated_by_commas(api: Interface) -> None:
    path = "/api/queries/conflict/accusations/run"
    repeated = api.rows(path, [("event_types", "ACCUSE"), ("event_types", "REJECT")])
    assert api.rows(path, {"event_types": "ACCUSE,REJECT"}) == repeated


def test_computed_results_are_computed(api: Interface, graph: Database) -> None:
    assert api.rows("/api/queries/triads/summary/run") == graph.read("saved/triads/summary").records()


def test_a_result_without_rows_still_has_its_columns(api: Interface) -> None:
    given = PAIR | {"since": "2090-01-01"}
    status, answer = api.get("/api/queries/bilateral/history/run", given)
    assert (status, answer["rows"]) == (200, [])
    assert "month" in [each["name"] for each in answer["columns"]]


def test_an_earlier_day_and_another_lens_change_the_rows_as_in_the_app(
    api: Interface, graph: Database
) -> None:
    path = "/api/queries/quality/to_review/run"
    given = {"known_by": "2023-10-10", "lens": "not_rejected"}
    assert api.rows(path, given) == graph.read("saved/quality/to_review", **given).records()
    assert api.rows(path, {"known_by": "1990-01-01"}) == []


def test_a_reached_limit_says_that_there_may_be_more(api: Interface) -> None:
    status, answer = api.get("/api/queries/people/central/run", {"limit": 1})
    assert status == 200
    assert len(answer["rows"]) == 1
    assert answer["more"]
    assert "limit" in answer["notes"][-1]


def test_the_sentences_behind_a_tie_and_a_pair_are_read_page_by_page(api: Interface) -> None:
    given = {"first": "hamas", "second": "Israel", "level": "actor"}
    tie = max(api.rows("/api/queries/bilateral/ties/run", given), key=lambda each: int(each["claims"]))
    whole = api.rows("/api/evidence/tie", {"tie": tie["tie"]})
    assert len(whole) > 1
    assert all(each["sentence"] and each["document"] for each in whole)
    status, first = api.get("/api/evidence/tie", {"tie": tie["tie"], "limit": 1})
    assert status == 200
    assert first["rows"] == whole[:1]
    pages, following = first["rows"], first["next"]
    while following:
        status, page = api.get(following)
        assert status == 200
        pages, following = pages + page["rows"], page["next"]
    assert [each["claim"] for each in pages] == [each["claim"] for each in whole]
    assert api.rows("/api/evidence/pair", given)


def test_entities_are_found_by_name(api: Interface) -> None:
    assert api.rows("/api/entities", {"text": "amerika"})[0]["id"] == "USA"


@pytest.mark.parametrize(
    ("given", "parameter", "says"),
    [
        (PAIR | {"since": "yesterday"}, "since", "a date such as 2023-10-08"),
        ({"first": "IRN"}, "second", "needs a value"),
        (PAIR | {"level": "galaxy"}, "level", "one of"),
        (PAIR | {"colour": "red"}, "colour", "no parameter"),
        ({"first": "IRN", "second": "Atlantis"}, "second", "No entity in the graph is called 'Atlantis'"),
        ([*PAIR.items(), ("since", "2023-01-01"), ("since", "2023-01-02")], "since", "once"),
        (PAIR | {"lens": "mine:"}, "lens", "one of"),
        ({"first": "\0", "second": "ISR"}, "first", ""),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_what_would_fit(
    api: Interface, given: object, parameter: str, says: str
) -> None:
    status, problem = api.get("/api/queries/bilateral/history/run", given)
    assert (status, problem["status"]) == (422, 422)
    errors = {each["parameter"]: each["detail"] for each in problem["errors"]}
    assert says in errors[parameter]
    assert problem["help"] == "/api/queries/bilateral/history"


def test_values_that_cannot_have_an_answer_are_refused_as_on_the_page(api: Interface) -> None:
    path = "/api/queries/bilateral/history/run"
    status, problem = api.get(path, {"first": "IRN", "second": "Iran"})
    assert (status, "Both parties are the same" in problem["detail"]) == (422, True)
    given = PAIR | {"since": "2024-01-01", "until": "2023-01-01"}
    assert "Swap them" in api.get(path, given)[1]["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/queries/bilateral/no_such_thing",
        "/api/queries/bilateral/no_such_thing/run",
        "/api/queries/explore/entity/run",
        "/api/queries/load/documents/run",
        "/api/nothing",
        "/api/",
    ],
)
def test_what_is_not_there_is_said_in_the_form_of_problems(api: Interface, path: str) -> None:
    status, problem = api.get(path)
    assert (status, problem["status"]) == (404, 404)
    assert problem["detail"]


def test_a_mistyped_name_gets_the_near_ones(api: Interface) -> None:
    assert "bilateral/history" in api.get("/api/queries/bilateral/histroy/run")[1]["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_but_reading_is_answered(api: Interface, method: str) -> None:
    answer = api.app.answer("/api/queries", method)
    assert answer.status == 405
    assert answer.headers["content-type"] == "application/problem+json"
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_pages_of_other_sites_get_nothing_even_without_an_origin(api: Interface, site: str) -> None:
    status, problem = api.get("/api/queries", Sec_Fetch_Site=site)
    assert (status, "other site" in problem["detail"]) == (403, True)
    assert api.app.answer("/api/queries", Host="evil.example").status == 421
    assert api.app.answer("/api/queries", Origin="https://evil.example").status == 403
    assert api.get("/api/queries", Sec_Fetch_Site="same-origin")[0] == 200
    assert api.get("/api/queries", Sec_Fetch_Site="none")[0] == 200


def test_answers_are_not_stored_and_have_the_headers_of_the_app(api: Interface) -> None:
    answer = api.app.answer("/api/queries")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_questions_are_counted_as_a_part_of_the_app(api: Interface) -> None:
    api.get("/api/queries")
    figures = api.app.answer("/metrics").text
    assert 'konstelasi_requests_total{part="interface",status="200"}' in figures


def test_each_question_is_recorded_with_who_asked_what(api: Interface, settings: Settings) -> None:
    api.get("/api/queries/bilateral/history/run", PAIR)
    api.get("/api/queries/bilateral/history/run", {"first": "USA"})
    answered, refused = [*entries(settings.home)][-2:]
    assert (answered.act, answered.object_id) == ("run query", "saved/bilateral/history")
    assert (answered.who, answered.outcome) == ("", Outcome.DONE)
    assert answered.details["by"] == "HTTP"
    assert answered.details["first"] == "USA"
    assert (refused.object_id, refused.outcome) == ("saved/bilateral/history", Outcome.FAILED)


def test_without_its_database_the_interface_says_so_and_names_no_address(tmp_path: Path) -> None:
    with served(tmp_path) as app:
        api = Interface(app)
        assert api.get("/api/queries/bilateral/history/run", PAIR)[0] == 503
        status, problem = api.get("/api/entities", {"text": "Iran"})
        assert status == 503
        assert "127.0.0.1" not in str(problem)


def test_the_interface_can_be_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONSTELASI_INTERFACE", "0")
    with served(tmp_path) as app:
        status, problem = Interface(app).get("/api/queries")
        assert (status, "KONSTELASI_INTERFACE" in problem["detail"]) == (404, True)
        assert Interface(app).get("/mcp")[0] == 404
        assert app.answer("/").status == 200
