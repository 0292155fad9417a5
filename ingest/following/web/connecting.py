"""Connects to a host only by an address that was checked, and only until a deadline.

The name of a host is looked up once, and the connection goes to the very address that was checked: a name
whose address changes between the check and the connection leads nowhere else.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from ingest.following.fetched import FetchError
from ingest.following.web.addresses import addresses_of, is_public

PRIVATE_HINT = "If it is a source of your own, add it on the command line with --private."
"""What to do about a host in a private network."""

_CONNECT = 10.0  # seconds for one connection


class Guarded(httpcore.NetworkBackend):
    """Opens connections to public addresses, and to one `private` host with its port, until `deadline`.

    The deadline is a value of `time.monotonic`. Raises `FetchError` for addresses that are not public.
    """

    def __init__(self, deadline: float, private: tuple[str, int] | None = None) -> None:
        self._deadline = deadline
        self._private = private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that is allowed and answers."""
        failure: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._allowed(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    address, port, min(_CONNECT, self._left()), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Limited(stream, self._deadline)
        raise failure or httpcore.ConnectError(f"{host} has no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: no source is a socket of this machine."""
        raise httpcore.ConnectError(f"{path} is no host")

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def _allowed(self, host: str, port: int) -> list[str]:
        try:
            addresses = addresses_of(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError(
                f"has the host {host}, which has no address", "Check its spelling and the connection."
            ) from error
        if self._private == (host, port):
            return addresses
        refuse_private(host, addresses)
        return addresses

    def _left(self) -> float:
        return left(self._deadline)


def refuse_private(host: str, addresses: Iterable[str]) -> None:
    """Raise `FetchError` if strangers may not lead to one of the addresses of a host."""
    inside = next((each for each in addresses if not is_public(each)), None)
    if inside is not None:
        raise FetchError(f"leads to {host}, whose address {inside} is in a private network", PRIVATE_HINT)


def left(deadline: float) -> float:
    """Return the seconds that are left; raises `httpcore.ReadTimeout` if none are."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise httpcore.ReadTimeout("the deadline has passed")
    return seconds


class _Limited(httpcore.NetworkStream):
    """A connection whose reads and writes end at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._time(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._time(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Limited(
            self._stream.start_tls(ssl_context, server_hostname, self._time(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as declared by httpcore
        return self._stream.get_extra_info(info)

    def _time(self, timeout: float | None) -> float:
        seconds = left(self._deadline)
        return seconds if timeout is None else min(timeout, seconds)
