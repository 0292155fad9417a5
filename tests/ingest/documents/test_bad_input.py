"""Whatever a file holds, each input comes out as a document of valid text or as one sentence about it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cypher.model.graph import Extraction
from ingest.contract import write_row
from ingest.documents import Incoming, Skipped, read
from ingest.documents.characters import shown

TEXT = "Presiden Rusia bertemu Presiden China di Beijing untuk membahas perdagangan kedua negara."
GOOD: dict[str, object] = {"text": TEXT, "language": "id", "published_on": "2024-01-02"}
FIELDS = ("id", "title", "text", "language", "published_on", "publisher", "url")
HALF = "\ud800"

halves = st.text(st.characters(categories=("Cs", "Cc", "Lu", "Zs")), max_size=8)
values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=20),
        halves,
        st.sampled_from(
            [HALF, f"{TEXT}{HALF}", "\0", "http://[::1", "/2024/99/99/", "31/02/2024", "ID", 10**4000]
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(FIELDS), inner, max_size=3)
    ),
    max_leaves=6,
)
rows = st.one_of(
    st.dictionaries(st.sampled_from(FIELDS), values, max_size=7),
    st.dictionaries(st.sampled_from(FIELDS), values, max_size=3).map(lambda row: {**GOOD, **row}),
    values,
)
encoded = st.one_of(
    rows.map(lambda row: json.dumps(row).encode()),
    rows.map(lambda row: json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass")),
    st.binary(min_size=1, max_size=40).map(lambda data: b'{"text": "' + data.replace(b"\n", b"") + b'"}'),
)


def assert_is_sayable(result: Skipped) -> None:
    """One line that names the input, says why, and what to do, in characters that a terminal shows."""
    said = str(result)
    assert said.isprintable(), said
    assert result.origin
    assert result.reason
    assert result.hint.endswith((".", ". ")) or ":" in result.hint


def assert_is_keepable(result: Incoming) -> None:
    """Text that a database takes, and a row of the contract that JSON and UTF-8 take."""
    document = result.document
    extraction = Extraction(document, (), (), (), ())
    row = json.loads(write_row(extraction, result.given_id).encode())
    assert row["document_id"] == (result.given_id or document.id)
    for text in (document.text, document.title, document.publisher, document.url, result.given_id):
        assert text is None or (text.encode() and "\0" not in text)
    assert all(remark.isprintable() for remark in result.remarks)


@pytest.mark.slow
@given(st.lists(encoded, min_size=1, max_size=5))
@example([b"[{}, Infinity]"])
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_line_comes_out_and_costs_the_next_one_nothing(
    tmp_path: Path, given_lines: list[bytes]
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join((*given_lines, json.dumps(GOOD).encode())))
    results = list(read([path]))
    assert len(results) == len(given_lines) + 1
    for result in results:
        if isinstance(result, Skipped):
            assert_is_sayable(result)
            assert ", line " in result.origin
        else:
            assert_is_keepable(result)
    last = results[-1]
    assert isinstance(last, Incoming)
    assert last.document.text == TEXT


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a"]))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_of_any_file_come_out(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    results = list(read([path]))
    assert results
    for result in results:
        if isinstance(result, Skipped):
            assert_is_sayable(result)
        else:
            assert_is_keepable(result)


@pytest.mark.parametrize("name", [field for field in FIELDS if field != "language"])
def test_half_a_character_in_a_field_is_replaced_and_the_article_is_read(tmp_path: Path, name: str) -> None:
    row = {**GOOD, "url": "https://a.example/x", name: f"{TEXT}{HALF}"}
    result = _only(tmp_path, json.dumps(row))
    assert isinstance(result, Incoming)
    assert_is_keepable(result)


@pytest.mark.parametrize(
    ("line", "reason", "hint"),
    [
        ({**GOOD, "text": 5}, 'has a "text" that is a number, not a string', "string"),
        ({**GOOD, "text": [TEXT]}, 'has a "text" that is a list, not a string', "string"),
        ({"title": "x"}, 'has no "text"', "string"),
        ({**GOOD, "url": {"a": 1}}, 'has a "url" that is an object, not a string', '"url"'),
        ({**GOOD, "title": True}, 'has a "title" that is true or false, not a string', '"title"'),
        ({**GOOD, "id": 1.5}, 'has an "id" that is a number, neither', '"id"'),
        ({**GOOD, "id": float("nan")}, 'has an "id" that is a number, neither', '"id"'),
        ({**GOOD, "language": "\x1b[31m" + "x" * 500}, "is in a language that is not supported (", "id"),
        (None, "is null, not an object", 'with a "text"'),
        ("x", "is a string, not an object", 'with a "text"'),
        (["x"], "is a list, not an object", 'with a "text"'),
        ('{"text": "a", "text": "b"}', 'has "text" more than once', "once"),
        ('{"id": ' + "9" * 5000 + ', "text": "x"}', "has a number with too many digits", "string"),
        ("[" * 100_000, "is nested too deeply", "flat"),
        ('{"text": ', "is not JSON", "jq"),
        (b"\xfd\xfe{", "is not JSON", "jq"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(tmp_path: Path, line: object, reason: str, hint: str) -> None:
    raw = isinstance(line, bytes) or (isinstance(line, str) and line[:1] in "[{")
    result = _only(tmp_path, line if isinstance(line, bytes | str) and raw else json.dumps(line))
    assert isinstance(result, Skipped)
    assert_is_sayable(result)
    assert result.origin.endswith(", line 1")
    assert result.reason.startswith(reason)
    assert hint in result.hint
    assert len(str(result)) < 400


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_rows_are_read_in_every_encoding_that_marks_itself(tmp_path: Path, encoding: str) -> None:
    first, second = {**GOOD, "id": "satu\u2028\u0a0a"}, {**GOOD, "id": "dua", "text": f"{TEXT} Lagi."}
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in (first, second))
    (tmp_path / "a.jsonl").write_bytes(lines.encode(encoding))
    results = list(read([tmp_path / "a.jsonl"]))
    assert [result.given_id for result in results if isinstance(result, Incoming)] == [
        "satu\u2028\u0a0a",
        "dua",
    ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", "names no file"),
        ("no/such", "cannot be read (No such file"),
        ("x" * 400, "cannot be read (File name too long)"),
        ("a\0b", "cannot be read (embedded null byte)"),
        ("\udcff", "cannot be read (No such file"),
    ],
)
def test_a_path_that_leads_nowhere_is_named(path: str, reason: str) -> None:
    (result,) = read([path])
    assert isinstance(result, Skipped)
    assert_is_sayable(result)
    assert result.reason.startswith(reason)


def test_everything_odd_in_a_folder_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "rows.jsonl").mkdir()
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "one.txt").symlink_to(tmp_path / "two.txt")
    (tmp_path / "two.txt").symlink_to(tmp_path / "one.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt")).write_text("", encoding="utf-8")
    results = list(read([tmp_path]))
    reasons = {Path(result.origin).name: result.reason for result in results if isinstance(result, Skipped)}
    assert [Path(result.origin).name for result in results if isinstance(result, Incoming)] == ["good.txt"]
    assert set(reasons) == {
        "empty.jsonl",
        "dangling.txt",
        "one.txt",
        "two.txt",
        "pipe.txt",
        "caf\\xe9\\n.txt",
    }
    assert reasons["pipe.txt"] == "is neither a file nor a folder"
    assert reasons["empty.jsonl"] == "has no rows"
    for result in results:
        if isinstance(result, Skipped):
            assert_is_sayable(result)


def test_a_date_of_many_pages_is_not_searched_through(tmp_path: Path) -> None:
    result = _only(tmp_path, json.dumps({**GOOD, "published_on": "1 " * 200_000}))
    assert isinstance(result, Incoming)
    assert len(result.remarks[0]) < 80


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("café.txt", "café.txt"),
        ("a\nb\x1b[0m", "a\\nb\\x1b[0m"),
        ("caf\udce9", "caf\\xe9"),
        (HALF, "\\ud800"),
        ("x" * 100, "x" * 40 + "…" + "x" * 40),
    ],
)
def test_what_is_shown_is_one_line_of_printable_characters(text: str, seen: str) -> None:
    assert shown(text) == seen
    assert shown(text).isprintable()


def _only(folder: Path, line: str | bytes) -> Incoming | Skipped:
    path = folder / "a.jsonl"
    path.write_bytes(line if isinstance(line, bytes) else line.encode())
    (result,) = read([path])
    return result
