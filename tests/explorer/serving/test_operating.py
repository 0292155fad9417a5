"""What whoever runs the server can ask it: whether it answers, whether it is ready, and its figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from prometheus_client.parser import text_string_to_metric_families

from cypher.database import FILLING, Database, Role, Settings, connect
from cypher.errors import UnavailableError
from cypher.model.release import GRAPH_RELEASE
from explorer.serving import health
from explorer.serving.counting import part_of
from explorer.serving.health import NO_ANSWER, Doctor
from ingest.loading.load import load
from tests.explorer.serving.running import Served, served
from tests.graphs import EXTRACTIONS
from tests.services import administration

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def lonely(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app without a database."""
    with served(tmp_path_factory.mktemp("home")) as running:
        yield running


def figures(app: Served, **headers: str) -> dict[tuple[str, ...], float]:
    """The figures of an app: by name and the values of the labels, these in the order of their names."""
    answer = app.answer("/metrics", **headers)
    assert answer.status == 200, answer
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_a_server_without_its_database_answers_but_is_not_ready(lonely: Served) -> None:
    assert lonely.answer("/healthz").status == 200
    answer = lonely.answer("/readyz")
    assert (answer.status, answer.text) == (503, "Not ready: the database does not answer.\n")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert figures(lonely)["konstelasi_engine_up",] == 0


def test_requests_are_counted_by_part_and_status_and_their_paths_are_not_kept(lonely: Served) -> None:
    before = figures(lonely)
    for _ in range(3):
        lonely.answer("/healthz")
    lonely.answer("/a/path/of/anna@example.org")
    lonely.answer("/", Host="evil.example")
    after = figures(lonely)

    def more(*name: str) -> float:
        return after.get(name, 0) - before.get(name, 0)

    assert more("konstelasi_requests_total", "health", "200") == 3
    assert more("konstelasi_requests_total", "other", "200") == 1
    assert more("konstelasi_requests_total", "page", "421") == 1
    assert "anna" not in lonely.answer("/metrics").text


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_the_operators_addresses_refuse_other_hosts_and_pages_too(lonely: Served, path: str) -> None:
    assert lonely.answer(path, Host="evil.example").status == 421
    assert lonely.answer(path, Origin="https://evil.example").status == 403
    assert lonely.answer(path, "POST").status == 405


@pytest.mark.parametrize("path", ["mcp", "interact"])
def test_streamlits_interface_for_agents_is_off_even_if_the_environment_turns_it_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_ENABLE_AGENT_API", "true")
    with served(tmp_path) as app:
        answer = app.answer(f"/_stcore/agent/{path}", "POST", Content_Type="application/json")
    assert answer.status >= 400
    assert "does not serve the agent API" in answer.text


def test_with_a_token_only_those_who_have_it_get_the_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_METRICS_TOKEN", "a long word")
    with served(tmp_path) as app:
        for wrong in ({}, {"Authorization": "Bearer another"}, {"Authorization": "a long word"}):
            assert app.answer("/metrics", **wrong).status == 401
        assert figures(app, Authorization="Bearer a long word")["konstelasi_engine_up",] == 0
        assert app.answer("/readyz").status == 503


def test_a_ready_server_tells_what_is_in_the_graph_and_how_long_its_statements_took(
    embedded: Settings,
) -> None:
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        documents = database.read("explore/counts").records()[0]["documents"]
    with served(embedded.home, database={}) as app:
        assert app.answer("/readyz").status == 200
        seen = figures(app)
    assert documents
    assert seen["konstelasi_engine_up",] == 1
    assert seen["konstelasi_graph", "documents"] == documents
    assert seen["konstelasi_statement_seconds_count", "check/answer"] >= 1
    assert seen["konstelasi_statement_seconds_bucket", "60.0", "check/answer"] >= 1
    assert seen["process_resident_memory_bytes",] > 0


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no look at the graph be used again."""
    monkeypatch.setattr(health, "KEPT", 0.0)


def test_a_graph_without_one_of_its_indexes_is_not_ready(
    fresh: None, engine_settings: Settings, database: Database
) -> None:
    doctor = Doctor(lambda: database)
    assert doctor.look().ready
    known = {index.name for index in database.indexes()}
    assert "claim_date" in known
    with administration(engine_settings) as owner:
        owner.run("a test", "DROP INDEX claim_date", {}, write=True)
        try:
            assert doctor.look().reason == "the graph lacks 1 of its constraints and indexes"
        finally:
            database.apply_schema()
    assert doctor.look().ready


def test_the_graph_of_another_version_is_not_ready(fresh: None, engine_settings: Settings) -> None:
    with connect(engine_settings, Role.ANALYST) as database:
        database.write("check/leave_release", release=GRAPH_RELEASE + 1, version="99.0.0")
        assert Doctor(lambda: database).look().reason == (
            "the graph was made by another version of Konstelasi"
        )
        database.record_release()
        assert Doctor(lambda: database).look().ready


def test_a_graph_that_a_restore_has_not_completed_is_not_ready(
    fresh: None, engine_settings: Settings
) -> None:
    with connect(engine_settings, Role.ANALYST) as database:
        database.write("check/leave_mark", mark=FILLING)
        assert Doctor(lambda: database).look().reason == "the graph is being filled by a copy or a restore"


def test_a_database_that_hangs_is_said_to_be_silent_in_time_and_asked_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, go_on = list[int](), Event()
    monkeypatch.setattr(health, "PATIENCE", 0.05)

    def reach() -> Database:
        asked.append(1)
        go_on.wait(30)
        raise UnavailableError("bolt://secret.example:7687 does not answer")

    doctor = Doctor(reach)
    assert [doctor.look().reason for _ in range(3)] == [NO_ANSWER] * 3
    assert len(asked) == 1
    go_on.set()
    assert doctor.look().reason == NO_ANSWER


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/", "page"),
        ("/_stcore/stream", "stream"),
        ("/_stcore/upload_file/a/b", "upload"),
        ("/_stcore/host-config", "core"),
        ("/static/js/index.js", "file"),
        ("/oauth2callback", "sign-in"),
        ("/staticky", "other"),
        ("", "other"),
    ],
)
def test_every_path_belongs_to_one_of_few_parts(path: str, part: str) -> None:
    assert part_of(path) == part
