"""A secret stands in a variable or in a file, whatever it opens, and never in a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.alerts.destinations import destinations
from cypher.bolt.settings import Role, Settings
from cypher.errors import UsageError
from cypher.secret_files import secret

NAME = "KONSTELASI_X"
DESK = "[webhook.desk]\nurl = 'https://x.example'\n"


def test_the_variable_counts_before_the_file_and_empty_means_unset(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("of the file \r\n", encoding="utf-8")
    both = {NAME: "of the variable ", f"{NAME}_FILE": str(file)}
    assert secret(NAME, both) == "of the variable "
    assert secret(NAME, {**both, NAME: " "}) == "of the file "
    assert secret(NAME, {**both, f"{NAME}_FILE": " "}) == "of the variable "
    assert secret(NAME, {}) is None
    assert secret(NAME, {NAME: "", f"{NAME}_FILE": ""}) is None
    file.write_text("\n", encoding="utf-8")
    assert secret(NAME, {f"{NAME}_FILE": str(file)}) is None


@pytest.mark.parametrize("path", ["/no/such/file", "/", "zero\0byte"])
def test_a_file_that_cannot_be_read_is_named_with_its_setting(path: str) -> None:
    with pytest.raises(UsageError, match=f"{NAME}_FILE") as error:
        secret(NAME, {f"{NAME}_FILE": path})
    assert repr(path) in str(error.value)


def test_a_file_that_is_no_text_is_refused_without_its_content(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(b"s3cret \xff\xfe")
    with pytest.raises(UsageError) as error:
        secret(NAME, {f"{NAME}_FILE": str(file)})
    assert "s3cret" not in str(error.value)


def test_a_password_keeps_its_spaces_and_another_secret_does_not_need_them(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(" sixteen characters \n", encoding="utf-8")
    settings = Settings.from_environment({"KONSTELASI_PASSWORD_FILE": str(file)})
    assert settings.login(Role.OWNER).password == " sixteen characters "
    listed = tmp_path / "alerts.toml"
    listed.write_text(f"{DESK}secret_file = '{file}'\n", encoding="utf-8")
    (found,) = destinations({"KONSTELASI_ALERTS": str(listed)}).values()
    assert found.secret == "sixteen characters"  # type: ignore[union-attr]


def test_the_file_of_a_destination_is_named_with_the_destination(tmp_path: Path) -> None:
    listed = tmp_path / "alerts.toml"
    listed.write_text(f"{DESK}secret_file = '/nowhere'\n", encoding="utf-8")
    with pytest.raises(UsageError, match="desk"):
        destinations({"KONSTELASI_ALERTS": str(listed)})
