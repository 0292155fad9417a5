"""The database's address and credentials, read from the environment once, at the entry point."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from cypher.errors import UsageError
from cypher.secret_files import secret

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
"""The URI schemes that the official driver understands; +s encrypts, +ssc accepts any certificate."""


class Role(StrEnum):
    """What a connection may do; on the embedded engine each role is a database user of its own."""

    READER = "reader"  # only reads
    ANALYST = "analyst"  # also loads and annotates
    OWNER = "owner"  # also changes constraints and indexes


@dataclass(frozen=True, slots=True)
class Login:
    """A user of a server. `variables` begins the names of the settings that give user and password."""

    user: str | None
    password: str | None = field(repr=False)
    variables: str = "KONSTELASI"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to reach the graph. Without a `uri` it is in the embedded engine on the folder `home`.

    `database` is a database of an external server; `None` means the user's home database there. `reader_user`
    is the user there for all that only reads; `None` means `user`.
    """

    home: Path
    uri: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    reader_user: str | None = None
    reader_password: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.uri is not None:
            _check_uri(self.uri)

    @property
    def embedded(self) -> bool:
        """Whether the graph is in the engine that Konstelasi starts itself."""
        return self.uri is None

    def login(self, role: Role) -> Login:
        """Return the user of a server for `role`."""
        if role is Role.READER and self.reader_user is not None:
            return Login(self.reader_user, self.reader_password, "KONSTELASI_READER")
        return Login(self.user, self.password)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read ``KONSTELASI_URI``, ``_USER``, ``_PASSWORD``, ``_DATABASE`` and ``_HOME``; empty means unset.

        ``_READER_USER`` and ``_READER_PASSWORD`` are the user for reading. ``_PASSWORD_FILE`` and
        ``_READER_PASSWORD_FILE`` name a file with the password alone. Raises `UsageError` for a URI that the
        driver cannot use, a home that is not a valid path, and a password that cannot be read.
        """
        values = os.environ if environment is None else environment

        def value(name: str) -> str | None:
            return values.get(f"KONSTELASI_{name}", "").strip() or None

        reader = value("READER_USER")
        return cls(
            home=home_from_environment(values),
            uri=value("URI"),
            user=value("USER"),
            password=secret("KONSTELASI_PASSWORD", values),
            database=value("DATABASE"),
            reader_user=reader,
            reader_password=secret("KONSTELASI_READER_PASSWORD", values) if reader else None,
        )


def home_from_environment(environment: Mapping[str, str] | None = None) -> Path:
    """Read ``KONSTELASI_HOME``, the data folder; raises `UsageError` for what is not a valid path."""
    home = (os.environ if environment is None else environment).get("KONSTELASI_HOME", "").strip()
    return _folder(home) if home else platformdirs.user_data_path("konstelasi")


def _folder(home: str) -> Path:
    try:
        return Path(home).expanduser().resolve()
    except (RuntimeError, ValueError, OSError) as error:
        raise UsageError(
            f"KONSTELASI_HOME={home!r} is not a valid path ({error}). Set it to the path of a folder."
        ) from None


def _check_uri(uri: str) -> None:
    try:
        parts = urlsplit(uri)
        host, has_credentials = parts.hostname, "@" in parts.netloc
    except ValueError:
        host, has_credentials, parts = None, False, urlsplit("")
    if has_credentials:
        raise UsageError(
            "KONSTELASI_URI contains a user name or password. "
            "Give them as KONSTELASI_USER and KONSTELASI_PASSWORD, so that they never appear in a message."
        )
    if parts.scheme not in SCHEMES or not host:
        raise UsageError(
            f"KONSTELASI_URI={uri!r} is not the address of a database. "
            f"Use for example neo4j://localhost:7687 (schemes: {', '.join(SCHEMES)})."
        )
