"""Fetches one address: redirects, limits, and what the host says of waiting."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from http import HTTPStatus
from urllib.parse import urljoin

import httpcore

from cypher.model.release import VERSION
from ingest.following.fetched import FetchError
from ingest.following.web.addresses import checked, host_of
from ingest.following.web.bodies import MOST, read_body
from ingest.following.web.connecting import Guarded, left
from ingest.following.web.hosts import Hosts
from ingest.following.web.proxy import check_outside, proxy_answers, proxy_for

AGENT = f"Konstelasi/{VERSION} (reads news feeds)"
"""How the follower names itself to hosts; robots.txt finds it as ``konstelasi``."""

SECONDS = 60.0
"""The maximum time of one request, from its turn at the host."""

_QUIET = 20.0  # seconds without a byte
_MOST_REDIRECTS = 5
_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_REDIRECTS = (*_FOR_GOOD, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT)
_LATER = "It will be fetched again later, less often as long as this lasts."
_LONGEST_WAIT = 86_400.0


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: status 200 or 304. `moved_to` is the new address if all redirects were permanent."""

    status: int
    address: str
    body: bytes
    headers: Mapping[str, str]
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Web:
    """Fetches from hosts. `private` is the host and port of a source that may be in a private network.

    `proxy` is what the source states of its proxy, None if it states nothing.
    """

    hosts: Hosts
    private: tuple[str, int] | None = None
    seconds: float = SECONDS
    most: int = MOST
    pause: float | None = None
    """Seconds between two requests to a host, if it asks for more than usual."""
    proxy: str | None = None

    def get(self, address: str, known: Mapping[str, str] | None = None) -> Response:
        """Fetch an address with the headers `known`. Raises `FetchError` unless the answer is 200 or 304."""
        here, for_good = checked(address), True
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._answer(here, known or {})
            if isinstance(answer, Response):
                moved = here if for_good and here != checked(address) else None
                return Response(answer.status, here, answer.body, answer.headers, moved)
            status, target = answer
            for_good = for_good and status in _FOR_GOOD
            here = checked(urljoin(here, target))
        raise FetchError(f"redirects more than {_MOST_REDIRECTS} times", _LATER)

    def _answer(self, address: str, known: Mapping[str, str]) -> Response | tuple[int, str]:
        """Return the response, or the status and the target of a redirect; its time begins with its turn."""
        host, port = host_of(address)
        with self.hosts.turn(host, self.pause), _failures(self.seconds):
            deadline = time.monotonic() + self.seconds
            with (
                self._pool((host, port), deadline) as pool,
                pool.stream(
                    "GET", address, headers=_headers(known), extensions={"timeout": _timeouts(deadline)}
                ) as response,
            ):
                return self._read(response, address, host)

    def _pool(self, place: tuple[str, int], deadline: float) -> httpcore.ConnectionPool:
        """Return what opens the connection to a host: the proxy, except to the host of a private source."""
        via = None if self.private == place else proxy_for(*place, self.proxy)
        if via is None:
            backend = Guarded(deadline, self.private)
            return httpcore.ConnectionPool(ssl_context=_trust(), max_connections=1, network_backend=backend)
        check_outside(*place)
        return via.pool(deadline, _trust())

    def _read(self, response: httpcore.Response, address: str, host: str) -> Response | tuple[int, str]:
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers
        }
        status = response.status
        if status in _REDIRECTS and "location" in headers:
            return status, headers["location"].encode("latin-1").decode("utf-8", "replace")
        if status == HTTPStatus.NOT_MODIFIED:
            return Response(status, address, b"", headers)
        if status != HTTPStatus.OK:
            raise self._refusal(status, headers, host)
        body = read_body(response.iter_stream(), headers.get("content-encoding", ""), self.most)
        return Response(status, address, body, headers)

    def _refusal(self, status: int, headers: Mapping[str, str], host: str) -> FetchError:
        if status == HTTPStatus.GONE:
            return FetchError(
                "has ended: its host says that it is gone (410)",
                "Remove it, or start it again.",
                status=status,
                ended=True,
            )
        if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            return proxy_answers(f"{status} {_name(status)}")
        wait = waiting_time(headers.get("retry-after"))
        if wait is not None:
            self.hosts.hold(host, wait)
            return FetchError(
                f"answers {status} and asks to wait {wait:,.0f} s",
                "It is left alone for that time.",
                retry_after=wait,
                status=status,
            )
        return FetchError(f"answers {status} ({_name(status)})", _LATER, status=status)


@contextmanager
def _failures(seconds: float) -> Iterator[None]:
    """Say what went wrong as `FetchError`."""
    try:
        yield
    except httpcore.ProxyError as error:
        raise proxy_answers(str(error)) from error
    except httpcore.ConnectTimeout as error:
        raise FetchError("cannot be reached: nothing answers at its address", _LATER) from error
    except httpcore.TimeoutException as error:
        raise FetchError(f"does not send its whole answer within {seconds:,.0f} s", _LATER) from error
    except httpcore.NetworkError as error:
        raise FetchError(f"cannot be reached: {str(error) or 'the connection broke'}", _LATER) from error
    except httpcore.ProtocolError as error:
        raise FetchError("breaks off in the middle of its answer", "It will be fetched again.") from error


def waiting_time(stated: str | None) -> float | None:
    """Return the seconds of a header Retry-After, at most a day; None if it states none."""
    if stated is None:
        return None
    try:
        seconds = float(stated) if stated.strip().isdigit() else _seconds_until(stated)
    except (ValueError, TypeError):
        return None
    return min(max(seconds, 0.0), _LONGEST_WAIT)


def _seconds_until(date: str) -> float:
    then = parsedate_to_datetime(date)
    return (then if then.tzinfo else then.replace(tzinfo=UTC)).timestamp() - datetime.now(UTC).timestamp()


def _headers(known: Mapping[str, str]) -> list[tuple[bytes | str, bytes | str]]:
    headers = {
        "User-Agent": AGENT,
        "Accept": "application/rss+xml, application/atom+xml, application/xml, text/html;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
        **known,
    }
    return [*headers.items()]


def _timeouts(deadline: float) -> dict[str, float]:
    seconds = left(deadline)
    return {each: min(_QUIET, seconds) for each in ("connect", "read", "write", "pool")}


def _name(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "unknown"


@cache
def _trust() -> ssl.SSLContext:
    """The certificates of Mozilla and of this machine."""
    context = httpcore.default_ssl_context()
    context.load_default_certs()
    return context
