"""Where alerts may be sent: the destinations that an admin has listed in a file, by name.

Analysts choose a name. They never type an address, so that nobody sends what the graph knows elsewhere.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from cypher.errors import UsageError
from cypher.secret_files import secret_in

VARIABLE = "KONSTELASI_ALERTS"
"""The variable that names the file."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}")
_SHORTEST_SECRET = 16


class Security(StrEnum):
    """How a mail server is spoken to."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"  # on this machine only


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address to which alerts are posted as JSON, signed with `secret`.

    `private` allows an address in a private network.
    """

    name: str
    url: str
    secret: str = field(repr=False)
    private: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server, with the sender and the receivers of its mails."""

    name: str
    host: str
    sender: str
    to: tuple[str, ...]
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)


Destination = Webhook | Mail


def destinations(environment: Mapping[str, str] | None = None) -> Mapping[str, Destination]:
    """Return the listed destinations by name; none without a file.

    Raises `UsageError` if the file cannot be read or used.
    """
    values = os.environ if environment is None else environment
    listed = _read(values)
    found: dict[str, Destination] = {}
    for kind, make in (("webhook", _webhook), ("mail", _mail)):
        for name, each in _tables(listed, kind):
            if name in found or not _NAME.fullmatch(name) or name == "feed":
                raise _unfit(name, "needs a name of its own of letters, digits and spaces")
            found[name] = make(name, each, values)
    if unknown := listed.keys() - {"webhook", "mail"}:
        raise _unfit(min(unknown), "is neither [webhook.NAME] nor [mail.NAME]")
    return found


def destination_names() -> list[str]:
    """Return the names of the listed destinations, whose secrets need not be readable here.

    Raises `UsageError` if the file cannot be read.
    """
    listed = _read(os.environ)
    return [name for kind in ("webhook", "mail") for name, _ in _tables(listed, kind)]


def _read(environment: Mapping[str, str]) -> dict[str, Any]:
    path = environment.get(VARIABLE, "").strip()
    if not path:
        return {}
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"The list of destinations {path} cannot be read ({error}).") from None


def _tables(listed: Mapping[str, Any], kind: str) -> list[tuple[str, dict[str, Any]]]:
    tables = listed.get(kind, {})
    if not isinstance(tables, dict) or not all(isinstance(each, dict) for each in tables.values()):
        raise _unfit(kind, f"is written as [{kind}.NAME]")
    return list(tables.items())


def _webhook(name: str, given: dict[str, Any], environment: Mapping[str, str]) -> Webhook:
    secret = _secret(name, given, "secret", environment)
    if len(secret) < _SHORTEST_SECRET:
        raise _unfit(name, f"needs a secret of at least {_SHORTEST_SECRET} characters")
    _refuse_unknown(name, given, {"url", "private"})
    return Webhook(name, _text(name, given, "url"), secret, given.get("private") is True)


def _mail(name: str, given: dict[str, Any], environment: Mapping[str, str]) -> Mail:
    password = _secret(name, given, "password", environment)
    _refuse_unknown(name, given, {each.name for each in fields(Mail)} - {"name", "password"})
    to = given.get("to")
    receivers = [to] if isinstance(to, str) else to
    if not isinstance(receivers, list) or not receivers or not all(map(_is_address, receivers)):
        raise _unfit(name, "needs `to`, an e-mail address or a list of them")
    sender = _text(name, given, "sender")
    if not _is_address(sender):
        raise _unfit(name, "needs `sender`, an e-mail address")
    security = given.get("security", Security.STARTTLS.value)
    port = given.get("port", 465 if security == Security.TLS else 587)
    if security not in set(Security) or not isinstance(port, int) or not 0 < port < 65_536:
        raise _unfit(name, f"has a port, and a security of {', '.join(Security)}")
    host = _text(name, given, "host")
    if security == Security.NONE and host not in {"127.0.0.1", "::1", "localhost"}:
        raise _unfit(name, "needs the security starttls or tls: without it, mails could be read on the way")
    user = str(given.get("user", ""))
    return Mail(name, host, sender, tuple(receivers), port, Security(security), user, password)


def _secret(name: str, given: dict[str, Any], what: str, environment: Mapping[str, str]) -> str:
    """Return the secret that a file or a variable holds, and take its place out of `given`."""
    path, variable = given.pop(f"{what}_file", None), given.pop(f"{what}_variable", None)
    if path is not None:
        return secret_in(str(path), f"The {what}_file of the destination {name}").strip()
    return environment.get(str(variable), "").strip() if variable is not None else ""


def _refuse_unknown(name: str, given: Mapping[str, Any], known: set[str]) -> None:
    if unknown := given.keys() - known:
        raise _unfit(name, f"has the setting {min(unknown)}, which means nothing")


def _text(name: str, given: Mapping[str, Any], what: str) -> str:
    value = given.get(what)
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise _unfit(name, f"needs `{what}`")
    return value.strip()


def _is_address(value: object) -> bool:
    return (
        isinstance(value, str)
        and value.isascii()
        and value.isprintable()
        and re.fullmatch(r"[^\s<>,;:\"()\[\]\\@]+@[^\s<>,;:\"()\[\]\\@]+", value) is not None
    )


def _unfit(name: str, what: str) -> UsageError:
    return UsageError(f"In the list of destinations, {name} {what}.")
