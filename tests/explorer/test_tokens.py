"""Tokens of programs: what is kept of them, how long they are valid, and who can change them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cypher.audit.reading import entries
from cypher.errors import UsageError
from explorer.identity.roles import TeamRole
from explorer.identity.tokens import FILE, TokenFileError, make_token, read_tokens, revoke_token, token_of
from tests.conftest import Outcome

NOW = datetime.now(UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder."""
    return tmp_path


def test_a_token_is_known_by_its_secret_of_which_nothing_is_kept(home: Path) -> None:
    secret, made = make_token(home, "report", TeamRole.ANALYST, 30)
    assert token_of(home, secret, NOW) == made
    kept = (home / FILE).read_text()
    assert secret not in kept
    assert secret.removeprefix("kst_") not in kept
    assert len(secret) > 40
    assert make_token(home, "another", TeamRole.READER, 1)[0] != secret
    assert (home / FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("wrong", ["", "kst_", "report", "kst_" + "a" * 43, "\ud800", "ü"])
def test_another_secret_is_that_of_nobody(home: Path, wrong: str) -> None:
    assert token_of(home, wrong, NOW) is None
    secret, _ = make_token(home, "report", TeamRole.READER, 30)
    assert token_of(home, wrong, NOW) is None
    assert token_of(home, secret[:-1], NOW) is None
    assert token_of(home, secret + " ", NOW) is None


def test_a_token_ends_with_its_last_day_and_its_name_is_free_again(home: Path) -> None:
    secret, token = make_token(home, "report", TeamRole.READER, 2)
    made = datetime.fromisoformat(token.made)
    assert token_of(home, secret, made + timedelta(days=1, hours=23))
    assert token_of(home, secret, made + timedelta(days=2, minutes=1)) is None
    with pytest.raises(UsageError, match="revoke it"):
        make_token(home, "report", TeamRole.ADMIN, 2)
    revoke_token(home, "report")
    assert token_of(home, secret, NOW) is None
    new, _ = make_token(home, "report", TeamRole.ADMIN, 2)
    assert token_of(home, new, NOW)
    assert token_of(home, secret, NOW) is None


def test_what_is_not_there_cannot_be_revoked(home: Path) -> None:
    with pytest.raises(UsageError, match="tokens list"):
        revoke_token(home, "report")


@pytest.mark.parametrize("name", ["", "two words", "-x", "a\nb", "ü", "x" * 101, "\u202ex"])
def test_a_name_cannot_hide_or_break_a_line(home: Path, name: str) -> None:
    with pytest.raises(UsageError, match="is not allowed"):
        make_token(home, name, TeamRole.READER, 1)
    assert read_tokens(home) == ()


def test_a_file_that_others_can_read_or_that_is_broken_lets_nobody_in(home: Path) -> None:
    secret, _ = make_token(home, "report", TeamRole.READER, 2)
    (home / FILE).chmod(0o640)
    with pytest.raises(TokenFileError, match="chmod 600"):
        token_of(home, secret, NOW)
    for content in ("", "[]", '{"tokens": [{"name": "report"}]}', '{"tokens": 7}'):
        (home / FILE).chmod(0o600)
        (home / FILE).write_text(content)
        with pytest.raises(TokenFileError):
            token_of(home, secret, NOW)


def test_the_command_shows_a_token_once_and_records_who_may_ask(
    home: Path, command: Callable[..., Outcome]
) -> None:
    made = command("tokens", "make", "weekly-report", "--role", "analyst", "--days", "3")
    assert made.code == 0
    secret = made.out.strip()
    found = token_of(home, secret, NOW)
    assert found
    assert found.role is TeamRole.ANALYST
    listed = command("tokens", "list").out
    assert "weekly-report" in listed
    assert secret not in listed
    assert found.hash not in listed
    assert command("tokens", "make", "weekly-report").code == 2
    assert command("tokens", "make", "x", "--days", "0").code == 2
    assert command("tokens", "revoke", "weekly-report").code == 0
    assert command("tokens", "revoke", "weekly-report").code == 2
    assert token_of(home, secret, NOW) is None
    kept = [(each.act, each.object_id, each.outcome) for each in entries(home)]
    assert kept == [
        ("tokens make", "weekly-report", "done"),
        ("tokens list", "", "done"),
        ("tokens make", "weekly-report", "refused"),
        ("tokens revoke", "weekly-report", "done"),
        ("tokens revoke", "weekly-report", "refused"),
    ]
    assert secret not in (home / "audit").joinpath(f"{NOW:%Y-%m}.jsonl").read_text()
