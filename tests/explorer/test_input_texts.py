"""Why the page *Add* skips an input, and what it remarks on one, in the reader's language."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from cypher.model.formats import listed, of_many
from explorer.error_texts import error_in, templates
from explorer.pages.add import said_of
from explorer.phrases import said
from explorer.words import Words
from explorer.work.ingest_process import Trouble
from ingest.documents import Incoming, Skipped, read
from ingest.documents.encoding import _SIGNATURES
from ingest.documents.formats.json_fields import kind_of
from ingest.documents.sources import Result
from tests.explorer.texts_of_code import ROOT, VALUE, constants_of, texts_of

LOCAL = Words("id")
ERRORS, VALUES = templates("id")
_SAYING_BOTH = ("UnusableError", "EmptyFeedError", "FetchError", "Refused")
MAKERS = {**dict.fromkeys(_SAYING_BOTH, slice(0, 2)), "Skipped": slice(1, 3), "Remark": slice(0, 1)}
"""What makes reasons, hints and remarks, with the arguments that are texts."""
PASSED_ON = {
    "error.reason",
    "error.hint",
    "refused.reason",
    "refused.hint",
    "_UNCLOSED.hint",
    "str(error)",
}
"""Texts that another of the makers, or an error, has made."""


@cache
def _made() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The places at which the texts are made, the expression of each, and the texts that it may have."""
    return tuple(
        (f"{path.relative_to(ROOT)}:{call.lineno}", ast.unparse(argument), tuple(texts_of(argument, names)))
        for path in sorted((ROOT / "ingest").rglob("*.py"))
        for tree in [ast.parse(path.read_text(encoding="utf-8"))]
        for names in [constants_of(tree)]
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MAKERS
        for argument in call.args[MAKERS[call.func.id]]
    )


def test_every_reason_hint_and_remark_has_an_indonesian_text() -> None:
    made = [(place, text) for place, _, texts in _made() for text in texts]
    assert len(made) > 100
    known = {VALUE.sub("{}", each.english) for each in ERRORS}
    assert not [(place, text) for place, text in made if VALUE.sub("{}", text) not in known]


def test_each_of_these_texts_is_found_in_the_code() -> None:
    assert {expression for _, expression, texts in _made() if not texts} <= PASSED_ON


def test_the_words_for_what_a_file_is_and_has_are_known() -> None:
    kinds = [*_SIGNATURES.values(), "a binary file", *map(kind_of, (True, 1, 1.5, "x", [], {}))]
    ways = [listed(), of_many(), "day", "month", "year"]
    whys = ["the article's fields", "a date in the text", "the day of an update"]
    lacking = [each for each in (*kinds, *ways, *whys) if _value(each) == each]
    assert lacking == []


def _value(value: str) -> str:
    """A value in Indonesian, as it stands in a remark."""
    return error_in(f"not {value}, which it declares; its encoding was guessed", LOCAL).split(",")[0][6:]


BAD = {
    "scan.pdf": b"%PDF-1.7",
    "list.jsonl": b'[1]\n"x"\n3\n',
    "rows.jsonl": b'{"text": 1}\n{"body": "x"}\n{"text": "Iran", "title": ["x"]}\n{"text"}\n',
    "twice.jsonl": b'{"text": "a", "text": "b"}\n',
    "none.csv": b"kolom a;hari\nIndonesia mengecam;3 Mei 2024\n",
    "cells.csv": b'text,date\nIran,2024-01-01,more\n" ",2024\n"open\n',
    "empty.txt": b"  ",
    "numbers.txt": b"1 2 3",
    "thai.jsonl": json.dumps({"text": "Iran", "language": "th"}).encode(),
    "page.html": b"<html><body><p>x</p></body></html>",
    "feed.xml": b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>",
    "other.xml": b"<?xml version='1.0'?><note>x</note>",
    "mail.txt": b"From: a\nMIME-Version: 1.0\n\n ",
    "picture.txt": b"\x89PNG",
    "zip.docx": b"PK\x03\x04",
    "old.doc": b"\xd0\xcf\x11\xe0",
    "guess.txt": "Iran menyerang Irak, kata Nuñez pada 3 Mei 2024.".encode("cp1252"),
    "odd.jsonl": b'{"text": "Iran attacked Iraq.", "published_on": "some day", "mood": "x", "date": "y"}\n',
}
"""Files that cannot be used, or only with remarks."""


@cache
def _results(folder: Path) -> tuple[Result, ...]:
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    return tuple(read([folder / name for name in BAD]))


def _troubles(results: Iterator[Result] | tuple[Result, ...]) -> Iterator[Trouble]:
    """What is said of each input, as the page *Add* gets it."""
    for each in results:
        name, _, place = Path(each.origin).name.partition(", ")
        if isinstance(each, Skipped):
            yield Trouble(name, place, each.reason, each.hint)
        elif isinstance(each, Incoming):
            yield from (Trouble(name, place, remark) for remark in each.remarks)


def test_files_that_cannot_be_used_are_told_in_the_language_of_the_reader(tmp_path: Path) -> None:
    found = list(_troubles(_results(tmp_path)))
    assert len(found) > len(BAD)
    assert {type(each) for each in _results(tmp_path)} == set(get_args(Result))
    for each in found:
        for text in filter(None, (each.place, each.reason, each.hint)):
            assert error_in(text, Words()) == text
            assert error_in(text, LOCAL) != text, text


@pytest.mark.parametrize(
    ("trouble", "local"),
    [
        (
            Trouble("berita.csv", "line 3", "has 4 cells, but the header has 2", "Rename the others."),
            "berita.csv, baris 3: punya 4 sel, padahal tajuknya 2. Ganti nama yang lain.",
        ),
        (
            Trouble("Filters", "", "has more than 32,000,000 bytes"),
            "Filters: berisi lebih dari 32.000.000 bita",
        ),
        (
            Trouble("x.jsonl", "item 2", 'field "content" is ignored; if it is the "text", rename it'),
            'x.jsonl, butir 2: isian "content" diabaikan; jika maksudnya "text", ganti namanya',
        ),
        (
            Trouble("<b>{0}</b>", "", 'field "<i>{x!r}</i>" is ignored'),
            '<b>{0}</b>: isian "<i>{x!r}</i>" diabaikan',
        ),
        (Trouble("", "", "Something new {happened}"), "Something new {happened}"),
    ],
)  # fmt: skip
def test_an_input_is_named_with_its_place_its_reason_and_the_fix(trouble: Trouble, local: str) -> None:
    assert said(said_of(trouble), LOCAL) == local


def test_the_reason_of_a_failed_command_is_said_within_its_sentence() -> None:
    failed = "Reading failed: --map gives the column of 'date' twice. Give it once. Add the same again: "
    text = failed + "that completes the load and adds nothing twice."
    assert error_in(text, LOCAL).startswith("Pembacaan gagal: --map menyebut kolom untuk 'date' dua kali.")
