"""One list of readers: what is read, what the uploader takes and what messages name are the same formats."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from cypher.model.formats import (
    FEED,
    FORMATS,
    HTML,
    JSON_LINES,
    MAIL,
    MBOX,
    OUTLOOK,
    PDF,
    TABLE,
    TEXT,
    WARC,
    WORD,
    Format,
    endings,
    listed,
    of_many,
)
from explorer.words import Words
from ingest.documents import Skipped, read
from ingest.documents.encoding import opening
from ingest.documents.readers import READERS, reader_of

EXAMPLES: dict[Format, tuple[bytes, ...]] = {
    TEXT: (
        b"Indonesia met Japan.",
        b"From: a\nTo: b\n\nHello",
        b"",
        "Kata “ini”".encode("utf-16"),
        b"a < b",
        b"[1, 2]",
    ),
    HTML: (b"<!DOCTYPE html><p>x", b" \n<html lang=id>", '<?xml version="1.0"?><html/>'.encode("utf-16")),
    PDF: (b"%PDF-1.7", b"\xef\xbb\xbf\r\n%PDF-2.0\n"),
    WORD: (b"PK\x03\x04\x14\0", b"PK\x05\x06"),
    MAIL: (
        b"From: a@b.example\r\nMIME-Version: 1.0\r\n\r\nHello",
        b"Received: from x.example\n\tby y.example; Mon, 4 Mar 2024\nSubject: =?utf-8?q?x?=\n",
    ),
    OUTLOOK: (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
    MBOX: (
        b"From a@b.example Mon Mar  4 2024\nMessage-ID: <1@b.example>\n",
        b"From MAILER-DAEMON Thu Jan  1 00:00:00 1970\r\nSubject: x\r\n",
    ),
    JSON_LINES: (b'{"text": "x"}', b'\xef\xbb\xbf\n {"text"', '{"text": "x"}'.encode("utf-16")),
    TABLE: (b"title,text\n", b"Isi;Judul", b'"isi_berita"\t"tgl"\r\n', b"\xef\xbb\xbfid, BODY\nx"),
    FEED: (
        b'<rss version="2.0">',
        b'<?xml version="1.0"?>\n<!-- made by hand -->\n<?x y?><feed xmlns="http://www.w3.org/2005/Atom">',
        '<?xml version="1.0"?><!DOCTYPE rdf [<!ENTITY a "b">]><rdf:RDF'.encode("utf-16"),
        b'<?xml version="1.0"?><urlset>',
    ),
    WARC: (b"WARC/1.0\r\nWARC-Type: warcinfo", gzip.compress(b"WARC/1.1\r\n" * 9, mtime=0)),
}


def test_every_format_has_one_reader_and_every_ending_one_format() -> None:
    assert tuple(each.format for each in READERS) == FORMATS == tuple(EXAMPLES)
    assert len(set(endings())) == len(endings())
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings())


@pytest.mark.parametrize(("format_", "start"), [(key, start) for key in EXAMPLES for start in EXAMPLES[key]])
def test_content_without_a_name_finds_its_reader_and_no_other_fits(format_: Format, start: bytes) -> None:
    begins = opening(start)
    assert reader_of("", begins).format is format_
    assert [each.format for each in READERS if each.fits(begins)] in ([format_], [])


@pytest.mark.parametrize("format_", FORMATS, ids=lambda each: each.name)
def test_an_ending_decides_where_the_content_says_nothing(format_: Format) -> None:
    for ending in format_.endings:
        assert reader_of(ending, opening(b"kata")).format is format_


def test_content_counts_more_than_a_wrong_ending() -> None:
    assert reader_of(".txt", opening(b'{"text": 1}')).format is JSON_LINES
    assert reader_of(".jsonl", opening(b"<!doctype html>")).format is HTML


def test_a_file_of_no_known_format_is_told_all_endings(tmp_path: Path) -> None:
    (tmp_path / "talk.mp3").write_bytes(b"ID3")
    (skipped,) = read([tmp_path])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == f"has the ending “.mp3”, which is none of: {' '.join(endings())}"


def test_messages_and_the_interface_list_every_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "b.txt").write_text("Rusia. " * 200_000, encoding="utf-8")
    binary, long = read([tmp_path])
    assert isinstance(binary, Skipped)
    assert isinstance(long, Skipped)
    assert binary.hint == f"Save it as {listed()} first."
    assert of_many() in long.hint
    for each in FORMATS:
        assert each.name in binary.hint
        assert each.name in Words("en").formats()
    assert Words("id").formats().startswith("Teks, HTML")
