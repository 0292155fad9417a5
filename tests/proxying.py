"""A small HTTP proxy on loopback that looks up names in a table of its own."""

from __future__ import annotations

import base64
import select
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler
from urllib.parse import urlsplit

from tests.loopback import serving_by


@dataclass
class RunningProxy:
    """A running proxy: the ports of the hosts that it knows, and what it was asked, as ``GET url``."""

    port: int = 0
    hosts: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    login: str | None = None
    """What it asks for, as ``user:password``."""

    def address(self, login: str = "") -> str:
        """The address of the proxy, with a login."""
        return f"http://{login}{'@' if login else ''}127.0.0.1:{self.port}"


class Passing(BaseHTTPRequestHandler):
    """One request, passed on."""

    proxy: RunningProxy
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Pass a request on, without encryption."""
        parts = urlsplit(self.path)
        port = self._port(parts.hostname or "")
        if port is None:
            return
        with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
            connection.request("GET", f"{parts.path}?{parts.query}".rstrip("?"), headers=self._kept())
            answer = connection.getresponse()
            body = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "content-length", "connection", "server", "date"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_CONNECT(self) -> None:
        """Open a tunnel."""
        port = self._port(self.path.rpartition(":")[0])
        if port is None:
            return
        with socket.create_connection(("127.0.0.1", port), timeout=10) as other:
            self.send_response(200)
            self.end_headers()
            _tunnel(self.connection, other)

    def _port(self, host: str) -> int | None:
        """Return the port of a host, or refuse the request."""
        self.close_connection = True
        self.proxy.asked.append(f"{self.command} {self.path}")
        if self.proxy.login is not None:
            wanted = "Basic " + base64.b64encode(self.proxy.login.encode()).decode()
            if self.headers.get("Proxy-Authorization") != wanted:
                self._refuse(407)
                return None
        port = self.proxy.hosts.get(host)
        if port is None:
            self._refuse(502)
        return port

    def _refuse(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _kept(self) -> dict[str, str]:
        return {name: value for name, value in self.headers.items() if not name.lower().startswith("proxy-")}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _tunnel(one: socket.socket, other: socket.socket) -> None:
    """Pass bytes on between two sockets until one ends."""
    while True:
        for ready in select.select([one, other], [], [], 10)[0]:
            data = ready.recv(65_536)
            if not data:
                return
            (other if ready is one else one).sendall(data)


@contextmanager
def proxying(**hosts: int) -> Iterator[RunningProxy]:
    """A running proxy that knows these hosts; underscores in their names are full stops."""
    proxy = RunningProxy(hosts={name.replace("_", "."): port for name, port in hosts.items()})
    with serving_by(type("Here", (Passing,), {"proxy": proxy})) as proxy.port:
        yield proxy
