"""Tokens with which programs sign in: made once, kept only as hashes, read again at each use."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from filelock import FileLock

from cypher.engine.folder import read_record, write_record
from cypher.errors import KonstelasiError, UsageError
from explorer.identity.roles import TeamRole

PREFIX = "kst_"
"""How each token begins, so that people and scanners of secrets know one when they see it."""

FILE = "tokens.json"
"""The name of the file in the data folder."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}")


class TokenFileError(KonstelasiError):
    """The file of tokens cannot be used."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token without its secret: the name under which its program asks, its role, and its times in UTC."""

    name: str
    role: TeamRole
    hash: str
    made: str
    expires: str

    def has_expired(self, now: datetime) -> bool:
        """Whether it is no longer valid at a time."""
        return now >= datetime.fromisoformat(self.expires)


def make_token(home: Path, name: str, role: TeamRole, days: int) -> tuple[str, Token]:
    """Make a token that is valid for some days; return its secret, which is kept nowhere, and the rest.

    Raises `UsageError` for a name that is not allowed or taken, and `TokenFileError`.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"The name {name!r} is not allowed. Use letters, digits and . _ @ + -, for example weekly-report."
        )
    secret = PREFIX + secrets.token_urlsafe(32)
    now = datetime.now(UTC)
    made = Token(name, role, _hash(secret), _text(now), _text(now + timedelta(days=days)))
    with _changed(home) as tokens:
        known = next((each for each in tokens if each.name == name), None)
        if known and not known.has_expired(now):
            raise UsageError(
                f"There is a token {name!r} already. Choose another name, or revoke it: "
                f"konstelasi tokens revoke {name}"
            )
        tokens[:] = [each for each in tokens if each.name != name] + [made]
    return secret, made


def revoke_token(home: Path, name: str) -> None:
    """Forget a token; it is refused at its next use. Raises `UsageError` if there is none."""
    with _changed(home) as tokens:
        kept = [each for each in tokens if each.name != name]
        if len(kept) == len(tokens):
            raise UsageError(f"There is no token {name!r}. `konstelasi tokens list` shows all.")
        tokens[:] = kept


def read_tokens(home: Path) -> Sequence[Token]:
    """Return all tokens, also expired ones, sorted by name; raises `TokenFileError`."""
    path = home / FILE
    if not path.exists():
        return ()
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise TokenFileError(f"{path} can be read or written by others. Run: chmod 600 {path}")
    try:
        return sorted(map(_token, read_record(path)["tokens"]), key=lambda each: each.name)
    except (KeyError, TypeError, ValueError) as error:
        raise TokenFileError(f"{path} cannot be read ({error!r}). Delete it and make new tokens.") from None


def token_of(home: Path, secret: str, now: datetime) -> Token | None:
    """Return the token with this secret; None if there is none, or if it has expired.

    It takes equally long whether the secret is nearly right or not at all. Raises `TokenFileError`.
    """
    given, found = _hash(secret), None
    for each in read_tokens(home):
        if hmac.compare_digest(each.hash, given):
            found = each
    return None if found is None or found.has_expired(now) else found


@contextmanager
def _changed(home: Path) -> Iterator[list[Token]]:
    """Within the block, change the list of tokens, which is written afterwards; others wait."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(home / f".{FILE}.lock", mode=0o600):
        tokens = [*read_tokens(home)]
        yield tokens
        write_record(home / FILE, {"tokens": [asdict(each) for each in tokens]})


def _token(record: dict[str, Any]) -> Token:
    found = Token(**{**record, "role": TeamRole(record["role"])})
    datetime.fromisoformat(found.expires)
    return found


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
