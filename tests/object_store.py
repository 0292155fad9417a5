"""A small object store on loopback that speaks the protocol of S3: lists in pages, objects, and faults."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

from tests.loopback import serving_by

KEY = "AKTEST"
BUCKET = "news"
_PAGE = 3
_DAY = "2024-03-04T10:00:00.000Z"


@dataclass
class ObjectStore:
    """The objects of the bucket by their names, and what was asked for; `broken` makes objects fail."""

    objects: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    is_open: bool = False
    address: str = ""

    def page(self, prefix: str, after: str) -> bytes:
        """The names from one on, in XML."""
        names = sorted(name for name in self.objects if name.startswith(prefix) and name > after)
        shown = names[:_PAGE]
        more = len(names) > _PAGE
        rows = "".join(
            f"<Contents><Key>{escape(name)}</Key><Size>{len(self.objects[name])}</Size>"
            f"<ETag>{tag(self.objects[name])}</ETag><LastModified>{_DAY}</LastModified></Contents>"
            for name in shown
        )
        token = f"<NextContinuationToken>{escape(shown[-1])}</NextContinuationToken>" if more else ""
        return (
            f"<ListBucketResult><Name>{BUCKET}</Name><KeyCount>{len(shown)}</KeyCount>"
            f"<IsTruncated>{str(more).lower()}</IsTruncated>{token}{rows}</ListBucketResult>"
        ).encode()


def tag(data: bytes) -> str:
    return f'"{hashlib.md5(data, usedforsecurity=False).hexdigest()}"'


class _Visit(BaseHTTPRequestHandler):
    store: ObjectStore
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        bucket, _, name = unquote(parts.path).lstrip("/").partition("/")
        self.store.asked.append(name)
        if not self.store.is_open and f"Credential={KEY}/" not in self.headers.get("Authorization", ""):
            self._answer(403, b"<Error><Code>AccessDenied</Code></Error>")
        elif bucket != BUCKET:
            self._answer(404, b"<Error><Code>NoSuchBucket</Code></Error>")
        elif not name:
            query = parse_qs(parts.query)
            after = query.get("continuation-token", [""])[0]
            self._answer(200, self.store.page(query.get("prefix", [""])[0], after))
        elif name in self.store.broken:
            self._answer(400, b"<Error><Code>Broken</Code></Error>")
        elif name in self.store.objects:
            self._answer(200, self.store.objects[name])
        else:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", tag(body))
        self.send_header("Last-Modified", "Mon, 04 Mar 2024 10:00:00 GMT")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def serving_objects(objects: dict[str, bytes]) -> Iterator[ObjectStore]:
    """A running store with these objects."""
    store = ObjectStore(objects)
    with serving_by(type("Here", (_Visit,), {"store": store})) as port:
        store.address = f"http://127.0.0.1:{port}"
        yield store
