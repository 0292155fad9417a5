"""What the robots.txt of a host allows, kept for an hour."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from protego import Protego

from ingest.documents.encoding import decode
from ingest.documents.records import UnusableError
from ingest.following.fetched import FetchError
from ingest.following.web.fetching import AGENT, Web

_KEPT = 3600.0
_MOST = 512_000  # bytes, by RFC 9309 at least 500 KiB are read


@dataclass(frozen=True, slots=True)
class _Rules:
    read_at: float
    rules: Protego | None  # None: the host could not be asked, so nothing is allowed


class Robots:
    """Asks each host once an hour. A host without robots.txt allows all, one that fails to answer nothing."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str | None], _Rules] = {}
        self._lock = threading.Lock()

    def allows(self, web: Web, address: str) -> bool:
        """Whether a checked address may be fetched."""
        rules = self._rules(web, address).rules
        return rules is not None and rules.can_fetch(address, AGENT)

    def pause(self, web: Web, address: str) -> float | None:
        """Return the seconds that the host wants between two requests, if it says so."""
        rules = self._rules(web, address).rules
        delay = rules.crawl_delay(AGENT) if rules is not None else None
        return float(delay) if delay is not None else None

    def _rules(self, web: Web, address: str) -> _Rules:
        parts = urlsplit(address)
        place = f"{parts.scheme}://{parts.netloc}"
        way = place, web.proxy  # what one proxy cannot reach, another may
        with self._lock:
            known = self._known.get(way)
        if known is None or time.monotonic() - known.read_at > _KEPT:
            known = _Rules(time.monotonic(), _read(web, f"{place}/robots.txt"))
            with self._lock:
                self._known[way] = known
        return known


def _read(web: Web, address: str) -> Protego | None:
    try:
        text, _ = decode(web.get(address).body[:_MOST])
    except FetchError as error:
        has_none = (
            error.status is not None
            and 400 <= error.status < 500
            and error.status != HTTPStatus.TOO_MANY_REQUESTS
        )
        return Protego.parse("") if has_none else None
    except UnusableError:
        return Protego.parse("")
    return Protego.parse(text)
