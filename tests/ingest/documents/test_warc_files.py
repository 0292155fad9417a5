"""Crawls are read page by page: only articles in the languages that are read, and never their day as theirs."""

from __future__ import annotations

# ruff: noqa: E501 - pages and cases in one line each
import gzip
import tracemalloc
import zlib
from pathlib import Path

import pytest

from ingest.documents import Incoming, Skipped, read
from tests.ingest.documents.days import ENGLISH, INDONESIAN
from tests.ingest.documents.found import list_page
from tests.ingest.documents.reading import lost, results

RUSSIAN = (
    "Министр иностранных дел Чили встретился вчера в Осло с министром торговли Норвегии, чтобы обсудить "
    "лосося и медь, сообщило министерство. Обе стороны хотят удвоить товарооборот за пять лет."
)


def page(paragraphs: tuple[str, ...], head: str = "") -> bytes:
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    markup = f"<html><head><title>Oslo</title>{head}<script>var a = '<b>';</script></head><body><article><h1>Oslo</h1>"
    return f"<!DOCTYPE html>{markup}{text}</article></body></html>".encode()


def response(body: bytes, url: str = "https://w.example/a", status: str = "200 OK", **headers: str) -> bytes:
    """Return a record with the answer of a host."""
    stated = {"Content-Type": "text/html; charset=utf-8"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in stated.items())
    return record("response", f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body, url)


def record(kind: str, content: bytes, url: str = "https://w.example/a", day: str = "2024-03-05") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {day}T01:00:00Z\r\n"
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Return records as CC-NEWS has them: each packed by itself."""
    return b"".join(map(gzip.compress, records))


@pytest.mark.parametrize(
    "pack", [packed, lambda *records: b"".join(records), lambda *records: gzip.compress(b"".join(records))]
)
@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "crawl"])
def test_each_page_is_an_article_with_its_address(tmp_path: Path, pack: object, name: str) -> None:
    assert callable(pack)
    data = pack(
        record("warcinfo", b"software: x"),
        record("request", b"GET / HTTP/1.1\r\n\r\n"),
        response(page(ENGLISH), "https://w.example/en"),
        response(page(INDONESIAN), "https://w.example/id"),
    )
    first, second = results(tmp_path / name, data)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert first.origin.endswith(", record 3")
    assert (first.document.url, first.document.language) == ("https://w.example/en", "en")
    assert (second.document.url, second.document.language) == ("https://w.example/id", "id")
    assert ENGLISH[1] in first.document.text


def test_a_folder_with_crawls_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(packed(response(page(ENGLISH))))
    (tmp_path / "b.tar.gz").write_bytes(gzip.compress(b"x"))
    first, second = read([tmp_path])
    assert isinstance(first, Incoming)
    assert isinstance(second, Skipped)
    assert "“.gz”" in second.reason


def test_what_is_no_article_is_counted_and_other_languages_too(tmp_path: Path) -> None:
    data = packed(
        response(page(ENGLISH)),
        *[response(page((RUSSIAN,) * 3))] * 4,
        *[response(list_page("en").encode())] * 3,
        response(page(ENGLISH), status="404 Not Found"),
        response(b"{}", Content_Type="application/json"),
        record("revisit", b"HTTP/1.1 200 OK\r\n\r\n"),
    )
    article, *counted = results(tmp_path / "a.warc.gz", data)
    assert isinstance(article, Incoming)
    assert all(isinstance(each, Skipped) for each in counted)
    reasons = [each.reason for each in counted if isinstance(each, Skipped)]
    assert reasons[0] == "has pages in other languages: 4"
    assert len(reasons) == 2
    assert reasons[1].startswith("has pages that were left out (3): each lists ")


def test_the_day_of_the_crawl_only_bounds_the_day_of_publication(tmp_path: Path) -> None:
    stated, later, none = (
        response(
            page(ENGLISH, f'<meta property="article:published_time" content="{day}">'),
            f"https://w.example/{n}",
        )
        for n, day in enumerate(("2024-03-01", "2024-03-20", ""))
    )
    days = []
    for each in results(tmp_path / "a.warc.gz", packed(stated, later, none)):
        assert isinstance(each, Incoming)
        days.append((each.document.published_on, each.document.published_guessed))
    assert days == [("2024-03-01", False), ("2024-03-05", True), ("2024-03-05", True)]


@pytest.mark.parametrize("way", ["plain", "chunked", "gzip", "deflate", "latin", "stale"])
def test_bodies_are_read_as_they_were_sent(tmp_path: Path, way: str) -> None:
    body = page((*ENGLISH, "Peña spoke last."))
    chunks = (
        b"".join(b"%x;a=b\r\n%s\r\n" % (len(part), part) for part in (body[:100], body[100:])) + b"0\r\n\r\n"
    )
    sent = {
        "plain": response(body),
        "chunked": response(chunks, Transfer_Encoding="chunked"),
        "gzip": response(gzip.compress(body), Content_Encoding="gzip"),
        "deflate": response(zlib.compress(body), Content_Encoding="deflate"),
        "latin": response(body.decode().encode("latin-1"), Content_Type="text/html; charset=iso-8859-1"),
        "stale": response(body, Content_Encoding="gzip", Transfer_Encoding="chunked"),
    }
    (found,) = results(tmp_path / "a.warc.gz", packed(sent[way]))
    assert isinstance(found, Incoming)
    assert found.document.text.endswith("Peña spoke last.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed(response(page(ENGLISH)))[:-40], "is damaged after 0 records: only these were read"),
        (packed(response(page(ENGLISH))) + b"junk at the end", "is damaged after 1 records: only these were read"),
        (b"WARC/1.0\r\nContent-Length: x\r\n\r\n", "is damaged after 0 records: only these were read"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", "is damaged after 0 records: only these were read"),
        (gzip.compress(b"WARC/1.0\r\n" + b"x" * 50_000_000), "is damaged after 0 records: only these were read"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 1000, "is damaged after 0 records: only these were read"),
        (packed(record("warcinfo", b"x")), "holds no web pages"),
    ],
)  # fmt: skip
def test_a_damaged_crawl_gives_what_stands_before_the_damage(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    *before, last = results(tmp_path / "a.warc.gz", data)
    assert len(before) == int(data.endswith(b"junk at the end"))
    assert isinstance(last, Skipped)
    assert last.reason == reason


def test_a_page_that_is_too_large_or_unpacks_too_far_is_counted(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>Iran met Iraq.</p>" * 5_000_000)
    data = packed(response(bomb, Content_Encoding="gzip"), response(page(ENGLISH * 40_000)))
    tracemalloc.start()
    skipped = lost(tmp_path / "a.warc.gz", data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert skipped.reason == "has pages that were left out (2): each has more than 8,000,000 bytes"
    assert peak < 200_000_000
