"""Settings come from the environment, and a password never leaves them by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.bolt.settings import Role, Settings
from cypher.errors import UsageError


def test_without_an_address_the_embedded_engine_is_meant() -> None:
    settings = Settings.from_environment({})
    assert settings.embedded
    assert settings.home.is_absolute()


def test_the_environment_names_the_server(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "KONSTELASI_URI": "neo4j+s://graph.example.org",
            "KONSTELASI_USER": "dewi",
            "KONSTELASI_PASSWORD": "s3cret ",
            "KONSTELASI_DATABASE": "news",
            "KONSTELASI_HOME": str(tmp_path),
        }
    )
    assert settings == Settings(tmp_path, "neo4j+s://graph.example.org", "dewi", "s3cret ", "news")
    assert not settings.embedded


def test_an_empty_variable_is_an_unset_one() -> None:
    assert Settings.from_environment({"KONSTELASI_URI": "", "KONSTELASI_USER": " "}).uri is None


def test_a_home_below_the_users_folder_may_be_written_with_a_tilde() -> None:
    settings = Settings.from_environment({"KONSTELASI_HOME": "~/graph"})
    assert settings.home == Path.home() / "graph"


def test_a_repr_does_not_show_the_password(tmp_path: Path) -> None:
    settings = Settings(tmp_path, "bolt://localhost", "neo4j", "s3cret")
    assert "s3cret" not in repr(settings)
    assert "s3cret" not in str(settings)


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost:7687", "bolt://", "bolt://[::1", "//x"])
def test_an_address_that_no_driver_understands_is_refused_with_an_example(uri: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="neo4j://localhost:7687"):
        Settings(tmp_path, uri)


def test_an_address_with_a_password_in_it_is_refused_without_repeating_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="KONSTELASI_PASSWORD") as refusal:
        Settings(tmp_path, "bolt://neo4j:s3cret@localhost:7687")
    assert "s3cret" not in str(refusal.value)


@pytest.mark.parametrize("home", ["~nobody_of_this_name/data", "a\0b"])
def test_a_home_that_is_no_path_is_named(home: str) -> None:
    with pytest.raises(UsageError, match=r"KONSTELASI_HOME=.* is not a valid path"):
        Settings.from_environment({"KONSTELASI_HOME": home})


def test_the_password_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("s3cret \n", encoding="utf-8")
    variables = {"KONSTELASI_PASSWORD_FILE": str(file)}
    assert Settings.from_environment(variables).password == "s3cret "
    assert Settings.from_environment({**variables, "KONSTELASI_PASSWORD": "first"}).password == "first"
    file.write_text("", encoding="utf-8")
    assert Settings.from_environment(variables).password is None


def test_a_file_of_the_password_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="KONSTELASI_PASSWORD_FILE"):
        Settings.from_environment({"KONSTELASI_PASSWORD_FILE": str(tmp_path / "absent")})


def test_a_server_may_have_another_user_for_reading(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("0nly reading\n", encoding="utf-8")
    variables = {
        "KONSTELASI_URI": "neo4j://graph",
        "KONSTELASI_USER": "neo4j",
        "KONSTELASI_PASSWORD": "s3cret",
        "KONSTELASI_READER_USER": "onlooker",
        "KONSTELASI_READER_PASSWORD_FILE": str(file),
    }
    settings = Settings.from_environment(variables)
    reading, writing = settings.login(Role.READER), settings.login(Role.ANALYST)
    assert (reading.user, reading.password) == ("onlooker", "0nly reading")
    assert (writing.user, writing.password) == ("neo4j", "s3cret")
    assert settings.login(Role.OWNER) == writing
    for shown in (repr(settings), repr(reading), repr(writing)):
        assert "s3cret" not in shown
        assert "0nly reading" not in shown
    own = Settings.from_environment({**variables, "KONSTELASI_READER_PASSWORD": "another"})
    assert own.login(Role.READER).password == "another"


def test_without_a_user_for_reading_its_password_is_not_looked_at(tmp_path: Path) -> None:
    variables = {
        "KONSTELASI_URI": "neo4j://graph",
        "KONSTELASI_USER": "neo4j",
        "KONSTELASI_PASSWORD": "s3cret",
        "KONSTELASI_READER_USER": " ",
        "KONSTELASI_READER_PASSWORD_FILE": str(tmp_path / "absent"),
    }
    settings = Settings.from_environment(variables)
    assert settings.login(Role.READER) == settings.login(Role.ANALYST)
    with pytest.raises(UsageError, match="KONSTELASI_READER_PASSWORD_FILE"):
        Settings.from_environment({**variables, "KONSTELASI_READER_USER": "onlooker"})
