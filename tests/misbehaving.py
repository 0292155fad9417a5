"""A server of feeds on loopback that misbehaves in every way that was seen on the web, by path."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, formatdate
from functools import cache
from html import escape
from http.server import BaseHTTPRequestHandler
from urllib.parse import urlsplit

from tests.loopback import serving_by

VERBS = ("attacked", "praised", "condemned", "met", "supported", "accused", "helped", "invaded")
COUNTRIES = (
    "Iran",
    "Iraq",
    "France",
    "Chad",
    "Japan",
    "Kenya",
    "Peru",
    "Norway",
    "Egypt",
    "Poland",
    "Cuba",
    "Oman",
)


def sentence(number: int) -> str:
    """A sentence that no other number has."""
    one, other = COUNTRIES[number % 12], COUNTRIES[(number // 12 + number + 1) % 12]
    other = other if other != one else COUNTRIES[(number + 5) % 12]
    return f"{one} {VERBS[number % 8]} {other} after the incident number {number} at the border."


@dataclass(slots=True)
class Article:
    """An item of a feed."""

    number: int
    link: str
    guid: str
    text: str
    date: str | None

    def xml(self) -> str:
        """The item in RSS."""
        date = f"<pubDate>{self.date}</pubDate>" if self.date else ""
        guid = f"<guid isPermaLink='false'>{escape(self.guid)}</guid>" if self.guid else ""
        link = f"<link>{escape(self.link)}</link>" if self.link else ""
        return (
            f"<item><title>Report {self.number}</title>{link}{guid}{date}"
            f"<description>{escape(self.text)}</description></item>"
        )


def article(number: int, address: str = "https://paper.example", date: str | None = "now") -> Article:
    """The article of a number, of today."""
    day = formatdate(usegmt=True) if date == "now" else date
    return Article(number, f"{address}/{number}.html", f"paper-{number}", sentence(number), day)


def rss(articles: list[Article], title: str = "The Paper", before: str = "") -> bytes:
    """A feed of articles."""
    items = "".join(each.xml() for each in articles)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://paper.example</link><language>en</language>{items}</channel></rss>"
    ).encode()


@dataclass
class Site:
    """A running server: what it has, and what it was asked."""

    port: int = 0
    host: str = "127.0.0.1"
    articles: list[Article] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    target: str = ""
    """Where redirects to other hosts lead."""
    lock: threading.Lock = field(default_factory=threading.Lock)
    ways: dict[str, Callable[[Visit], None]] = field(default_factory=dict)

    def address(self, path: str) -> str:
        """The address of a path."""
        return f"http://{self.host}:{self.port}{path}"

    def feed(self) -> bytes:
        """The feed as it is now."""
        with self.lock:
            return rss(list(self.articles))


class Visit(BaseHTTPRequestHandler):
    """One request, answered by the way of its path."""

    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer by the path."""
        path = urlsplit(self.path).path
        self.site.asked[path] += 1
        self.site.headers[path] = {name.lower(): value for name, value in self.headers.items()}
        self.close_connection = True
        way = self.site.ways.get(path) or WAYS.get(path.strip("/").partition("/")[0])
        try:
            if path in self.site.pages:
                self.answer(self.site.pages[path], kind="text/html")
            elif way is not None:
                way(self)
            else:
                self.answer(b"nothing here", status=404)
        except OSError:
            pass  # who asked has left

    def answer(
        self, body: bytes, status: int = 200, kind: str = "application/rss+xml", **headers: str
    ) -> None:
        """Send an answer; underscores in names of headers are hyphens."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def begin(self, **headers: str) -> None:
        """Begin an answer whose length is not said."""
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Connection", "close")
        self.end_headers()

    def redirect(self, status: int, location: str) -> None:
        """Send who asks elsewhere."""
        self.answer(b"", status, Location=location)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _good(visit: Visit) -> None:
    visit.answer(visit.site.feed())


def _validated(visit: Visit) -> None:
    body = visit.site.feed()
    tag = f'"{zlib.crc32(body):x}"'
    if visit.headers.get("If-None-Match") == tag:
        visit.answer(b"", 304, ETag=tag)
    else:
        visit.answer(body, ETag=tag, Last_Modified=formatdate(usegmt=True))


def _drip(visit: Visit) -> None:
    visit.begin()
    while True:
        visit.wfile.write(b"<")
        time.sleep(0.2)


def _drip_headers(visit: Visit) -> None:
    visit.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        visit.wfile.write(b"x")
        time.sleep(0.2)


def _endless(visit: Visit) -> None:
    visit.begin()
    while True:
        visit.wfile.write(b"<item>more and more</item>" * 4000)


def _truncated(visit: Visit) -> None:
    body = visit.site.feed()
    visit.send_response(200)
    visit.send_header("Content-Length", str(len(body)))
    visit.end_headers()
    visit.wfile.write(body[: len(body) // 2])


def _cut(visit: Visit) -> None:
    """Cut off, and the length is not said: the XML is damaged."""
    body = visit.site.feed()
    visit.begin()
    visit.wfile.write(body[: -len(b"</channel></rss>") - 3])


@cache
def _packed_bomb() -> bytes:
    """Some kilobytes that unpack to 64 MB."""
    packing = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    pieces = [packing.compress(each) for each in (b"<rss>", *[bytes(1_000_000)] * 64)]
    return b"".join([*pieces, packing.flush()])


def _bomb(visit: Visit) -> None:
    visit.answer(_packed_bomb(), Content_Encoding="gzip")


def _half_gzip(visit: Visit) -> None:
    packed = gzip.compress(visit.site.feed())
    visit.answer(packed[: len(packed) // 2], Content_Encoding="gzip")


def _wrong_charset(visit: Visit) -> None:
    text = "Perancis mengecam serangan Iran, kata Nuñez di São Paulo pada hari Senin.".encode()
    feed = rss([article(1)]).replace(sentence(1).encode(), text).replace(b"<language>en</language>", b"")
    visit.answer(feed.replace(b'encoding="UTF-8"', b'encoding="US-ASCII"'), kind="text/xml; charset=utf-16")


def _latin_as_utf_8(visit: Visit) -> None:
    feed = (
        rss([article(2)]).decode().replace(sentence(2), "France condemned Iran, said Señor Nuñez, on Monday.")
    )
    visit.answer(feed.encode("latin-1"))


def _changed_ids(visit: Visit) -> None:
    """The same articles under new ids and with new tracking in each answer."""
    count = visit.site.asked["/changed-ids"]
    with visit.site.lock:
        same = list(visit.site.articles)
    visit.answer(
        rss(
            [
                Article(a.number, f"{a.link}?utm_source=r{count}", f"{a.guid}-{count}", a.text, a.date)
                for a in same
            ]
        )
    )


def _doubled(visit: Visit) -> None:
    with visit.site.lock:
        visit.answer(rss([each for each in visit.site.articles for _ in range(3)]))


def _one_id(visit: Visit) -> None:
    """All items have one id and one link."""
    with visit.site.lock:
        same = list(visit.site.articles)
    visit.answer(
        rss(
            [
                Article(a.number, "https://paper.example/", "https://paper.example/", a.text, a.date)
                for a in same
            ]
        )
    )


def _entities(visit: Visit) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + each)} "{f"&{chr(97 + each)};" * 10}">' for each in range(9)
    )
    visit.answer(rss([article(3)], before=bomb + "]>").replace(b"Report 3", b"&j;"))


def _future(visit: Visit) -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(days=400), usegmt=True)
    visit.answer(rss([article(number, "https://future.example", then) for number in (501, 502)]))


def _undated(visit: Visit) -> None:
    visit.answer(rss([article(number, "https://undated.example", None) for number in (511, 512)]))


def _control_characters(visit: Visit) -> None:
    body = rss([article(521, "https://control.example")])
    visit.answer(body.replace(b"after the", b"after\x00\x08\x1f the"))


def _huge(visit: Visit) -> None:
    visit.answer(
        rss([Article(n, f"https://huge.example/{n}", f"h{n}", f"Note {n}.", None) for n in range(100_000)])
    )


def _status(status: int, **headers: str) -> Callable[[Visit], None]:
    return lambda visit: visit.answer(b"an error", status, **headers)


WAYS: dict[str, Callable[[Visit], None]] = {
    "good": _good,
    "etag": _validated,
    "moved": lambda visit: visit.redirect(301, "/good"),
    "found": lambda visit: visit.redirect(302, "/good"),
    "loop": lambda visit: visit.redirect(302, f"/loop?{visit.site.asked['/loop']}"),
    "gone": _status(410),
    "missing": _status(404),
    "refused": _status(403),
    "too-many": _status(429, Retry_After="120"),
    "too-many-until": lambda visit: visit.answer(
        b"", 429, Retry_After=formatdate(time.time() + 300, usegmt=True)
    ),
    "error": _status(500),
    "closed": _status(503, Retry_After="90"),
    "unavailable": _status(503),
    "gzip": lambda visit: visit.answer(gzip.compress(visit.site.feed()), Content_Encoding="gzip"),
    "gzip-bomb": _bomb,
    "half-gzip": _half_gzip,
    "brotli": lambda visit: visit.answer(b"packed", Content_Encoding="br"),
    "wrong-charset": _wrong_charset,
    "latin-as-utf-8": _latin_as_utf_8,
    "endless": _endless,
    "drip": _drip,
    "drip-headers": _drip_headers,
    "truncated": _truncated,
    "cut": _cut,
    "inside": lambda visit: visit.redirect(302, visit.site.target),
    "changed-ids": _changed_ids,
    "doubled": _doubled,
    "one-id": _one_id,
    "page": lambda visit: visit.answer(
        b"<!doctype html><html><head><title>x</title><link rel='alternate' type='application/rss+xml' "
        b"href='/good'></head><body><p>Hello</p></body></html>",
        kind="text/html",
    ),
    "entities": _entities,
    "empty": lambda visit: visit.answer(rss([])),
    "nothing": lambda visit: visit.answer(b""),
    "other-xml": lambda visit: visit.answer(b"<?xml version='1.0'?><note>hello</note>"),
    "binary": lambda visit: visit.answer(bytes(range(256)) * 20),
    "future": _future,
    "undated": _undated,
    "control": _control_characters,
    "huge": _huge,
}
"""How each path answers."""


@contextmanager
def serving(
    *articles: Article, host: str = "127.0.0.1", wrapped: ssl.SSLContext | None = None
) -> Iterator[Site]:
    """A running server with these articles in its feeds."""
    site = Site(articles=list(articles), host=host)
    with serving_by(type("Here", (Visit,), {"site": site}), host, wrapped) as site.port:
        yield site
