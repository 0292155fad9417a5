"""Where the second reader is, read from the environment."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cypher.errors import UsageError
from cypher.secret_files import secret

USUAL_SECONDS = 60.0
_MOST_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Service:
    """A server that speaks the protocol of OpenAI: the address before ``/chat/completions``, and its model.

    `seconds` is the time for one whole answer.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = USUAL_SECONDS


def service(environment: Mapping[str, str] | None = None) -> Service | None:
    """Read ``KONSTELASI_LLM_URL``, ``_MODEL``, ``_KEY``, ``_KEY_FILE`` and ``_SECONDS``; None without a URL.

    Raises `UsageError` for settings that cannot work, and for a key that would be sent unencrypted.
    """
    values = os.environ if environment is None else environment

    def value(name: str) -> str:
        return values.get(f"KONSTELASI_LLM_{name}", "").strip()

    url = value("URL").rstrip("/")
    if not url:
        return None
    host, encrypted = _checked(url)
    if not (model := value("MODEL")):
        raise UsageError(
            "KONSTELASI_LLM_URL is set, but no model. Name one of the server's models in "
            "KONSTELASI_LLM_MODEL, or leave KONSTELASI_LLM_URL empty: nothing is then read again."
        )
    key = (secret("KONSTELASI_LLM_KEY", values) or "").strip() or None
    if key and not encrypted and not _is_here(host):
        raise UsageError(
            f"The key of the second reader would be sent unencrypted to {host}. "
            "Use an address that begins with https in KONSTELASI_LLM_URL."
        )
    return Service(url, model, key, _seconds(value("SECONDS")))


def _checked(url: str) -> tuple[str, bool]:
    """Return the host of the URL, and whether the connection is encrypted."""
    try:
        parts = urlsplit(url)
        host, has_name = parts.hostname or "", "@" in parts.netloc
    except ValueError:
        parts, host, has_name = urlsplit(""), "", False
    if has_name:
        raise UsageError(
            "KONSTELASI_LLM_URL contains a user name or password. Give a key as KONSTELASI_LLM_KEY, so "
            "that it never appears in a message."
        )
    if parts.scheme not in {"http", "https"} or not host:
        raise UsageError(
            f"KONSTELASI_LLM_URL={url[:80]!r} is not the address of a server. "
            "Use for example http://127.0.0.1:11434/v1."
        )
    return host, parts.scheme == "https"


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _seconds(text: str) -> float:
    if not text:
        return USUAL_SECONDS
    number = float(text) if text.replace(".", "", 1).isdecimal() else 0.0
    if not 0 < number <= _MOST_SECONDS:
        raise UsageError(
            f"KONSTELASI_LLM_SECONDS={text!r} is not a time in seconds. "
            f"Set it to a number up to {_MOST_SECONDS:,.0f}, or leave it empty for {USUAL_SECONDS:.0f}."
        )
    return number
