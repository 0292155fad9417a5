"""On a server, a user of its own may read: who runs what, and what is said when a user is refused."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.bolt.connection import Step
from cypher.database import Database, Role, Settings, connect
from cypher.desk.own_queries import OwnQuery, save
from cypher.errors import UnavailableError, WriteRefusedError
from tests.conftest import Run, empty
from tests.cypher.conftest import tell_story
from tests.services import administration, variables_of
from tests.users import with_reader

pytestmark = pytest.mark.neo4j

WHO = "SHOW TRANSACTIONS YIELD username, currentQuery WHERE currentQuery CONTAINS $mark RETURN username"
BUSY = "UNWIND range(1, 2000000000) AS number RETURN max(number) AS the_busy_one"


@pytest.fixture
def settings(neo4j: Settings) -> Iterator[Settings]:
    """A server with a second user, which the settings name for reading."""
    empty(neo4j)
    with with_reader(neo4j) as found:
        yield found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The data folder of commands."""
    return tmp_path


def name_server(monkeypatch: pytest.MonkeyPatch, settings: Settings, **changed: str) -> None:
    """Let the environment of commands have the settings of the server."""
    values = {**variables_of(settings), **{f"KONSTELASI_{name}": value for name, value in changed.items()}}
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def who_runs(database: Database) -> str:
    (found,) = database.run_built([Step("who runs", WHO, {"mark": "SHOW TRANSACTIONS"})])
    ((name,),) = found.rows
    return str(name)


def test_readers_are_one_user_and_those_who_write_another(settings: Settings) -> None:
    with connect(settings, Role.READER) as database:
        assert who_runs(database) == "onlooker"
    with connect(settings, Role.ANALYST) as database:
        assert who_runs(database) == settings.user


def test_without_a_user_for_reading_one_user_does_both(settings: Settings) -> None:
    alone = replace(settings, reader_user=None, reader_password=None)
    with connect(alone, Role.READER) as database:
        assert who_runs(database) == settings.user


@pytest.mark.parametrize("role", [Role.READER, Role.ANALYST])
def test_typed_queries_run_as_the_reader_whoever_asks(settings: Settings, role: Role) -> None:
    with connect(settings, role) as database, administration(settings) as owner:
        asking = threading.Thread(target=lambda: refused_in_time(database))
        asking.start()
        rows: tuple[tuple[object, ...], ...] = ()
        deadline = time.monotonic() + 20
        while not rows and time.monotonic() < deadline:
            rows = owner.run("who is busy", WHO, {"mark": "the_busy_one"}).rows
            time.sleep(0.1)
        asking.join()
    assert set(rows) == {("onlooker",)}


def refused_in_time(database: Database) -> None:
    with pytest.raises(Exception, match="took too long"):
        database.read_text(BUSY, timeout=8)


def test_what_an_analyst_writes_is_read_by_the_other_user_at_once(settings: Settings) -> None:
    query = OwnQuery("mine", 1, "Mine", "RETURN 1 AS one", author="Dewi", owner="Dewi")
    with connect(settings, Role.ANALYST) as writer, connect(settings, Role.READER) as reader:
        save(writer, query)
        assert reader.read_text("MATCH (q:QueryVersion) RETURN count(q)").rows == ((1,),)


def test_the_user_for_reading_writes_nothing_even_where_the_server_would_let_it(settings: Settings) -> None:
    with connect(settings, Role.READER) as database:
        with pytest.raises(WriteRefusedError):
            database.write("check/leave_release", release=1, version="0")
        with pytest.raises(WriteRefusedError):
            database.read_text("CREATE (:Document {id: 'x'})")
        with pytest.raises(WriteRefusedError):
            database.read_text("DROP USER onlooker")
        assert database.read_text("MATCH (d:Document) RETURN count(d)").rows == ((0,),)


def test_a_refused_user_is_named_with_the_variables_to_set(settings: Settings) -> None:
    for_reading = replace(settings, reader_password="wrong-s3cret")
    named = "KONSTELASI_READER_USER and KONSTELASI_READER_PASSWORD"
    with pytest.raises(UnavailableError, match=named) as error, connect(for_reading, Role.READER):
        pass
    assert "'onlooker'" in str(error.value)
    assert "s3cret" not in str(error.value)
    for_writing = replace(settings, password="wrong-s3cret")
    with connect(for_writing, Role.READER) as database:
        assert who_runs(database) == "onlooker"
    named = "KONSTELASI_USER and KONSTELASI_PASSWORD"
    with pytest.raises(UnavailableError, match=named) as error, connect(for_writing, Role.ANALYST):
        pass
    assert "s3cret" not in str(error.value)


def test_a_user_who_must_change_the_password_first_is_told_how(settings: Settings) -> None:
    with administration(replace(settings, database="system")) as owner:
        owner.run("expiring", "ALTER USER onlooker SET PASSWORD CHANGE REQUIRED", {}, write=True)
    told = "CHANGE NOT REQUIRED"
    with pytest.raises(UnavailableError, match=told) as error, connect(settings, Role.READER):
        pass
    assert "onlooker" in str(error.value)


def test_the_state_of_a_server_names_both_users(
    settings: Settings, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_server(monkeypatch, settings)
    assert f"read as onlooker, written as {settings.user}" in command("db", "status").out
    answer = command("db", "status", "--json").answer()
    assert (answer["user"], answer["reader_user"]) == (settings.user, "onlooker")
    name_server(monkeypatch, settings, READER_USER="")
    assert "onlooker" not in command("db", "status").out


def test_a_check_looks_at_both_users(
    settings: Settings, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_server(monkeypatch, settings)
    assert command("db", "check").code == 0
    name_server(monkeypatch, settings, READER_PASSWORD="wrong-s3cret")
    refused = command("db", "check")
    assert refused.code == 1
    assert "KONSTELASI_READER_PASSWORD" in refused.err
    name_server(monkeypatch, settings, PASSWORD="wrong-s3cret")
    refused = command("db", "check")
    assert refused.code == 1
    assert "KONSTELASI_USER" in refused.err
    assert "s3cret" not in refused.err


def test_a_graph_is_copied_to_another_server_without_the_user_for_reading(
    settings: Settings, embedded: Settings, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server that is copied to need not have that user."""
    tell_story(embedded)
    name_server(monkeypatch, settings, READER_USER="nobody here", READER_PASSWORD="nothing")
    done = command("db", "copy", str(embedded.home), str(settings.uri))
    assert done.code == 0, done.err
