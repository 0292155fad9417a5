"""Servers of HTTP on loopback, for tests."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def serving_by(
    visit: type[BaseHTTPRequestHandler], host: str = "127.0.0.1", wrapped: ssl.SSLContext | None = None
) -> Iterator[int]:
    """Answer requests by `visit` within the block, encrypted if it is `wrapped`; gives the port."""
    with ThreadingHTTPServer((host, 0), visit) as server:
        if wrapped is not None:
            server.socket = wrapped.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
