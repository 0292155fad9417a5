"""Articles are read from whatever holds them; what cannot be used is named, and the rest goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cypher.model.graph import Document
from ingest.documents import MAX_CHARACTERS, Incoming, Skipped, read

INDONESIAN = (
    "Menteri Luar Negeri Indonesia bertemu Menteri Luar Negeri Jepang di Jakarta, Senin (9/10/2023). "
    "Kedua menteri membahas kerja sama pertahanan dan perdagangan kedua negara."
)
ENGLISH = (
    "The president of Chile met the prime minister of Norway in Oslo, where both signed a trade agreement."
)


def one(path: Path) -> Incoming:
    """The only article of a path."""
    (result,) = read([path])
    assert isinstance(result, Incoming), result
    return result


def lost(path: Path) -> Skipped:
    """Why the only article of a path was skipped."""
    (result,) = read([path])
    assert isinstance(result, Skipped), result
    return result


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def rows(*given: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in given)


def documents(path: Path) -> list[Document]:
    return [result.document for result in read([path]) if isinstance(result, Incoming)]


def test_a_text_file_becomes_a_document_with_language_and_date(tmp_path: Path) -> None:
    document = one(write(tmp_path, "a.txt", INDONESIAN)).document
    assert (document.text, document.language, document.published_on) == (INDONESIAN, "id", "2023-10-09")


def test_a_first_line_that_looks_like_a_headline_is_the_title_and_stays_in_the_text(tmp_path: Path) -> None:
    text = f"Indonesia dan Jepang Bertemu\n\n{INDONESIAN}"
    document = one(write(tmp_path, "a.txt", text)).document
    assert document.title == "Indonesia dan Jepang Bertemu"
    assert document.text == text
    assert one(write(tmp_path, "b.txt", INDONESIAN)).document.title is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "windows-1252"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    text = f"“Kita bersatu,” kata dia – di café. {INDONESIAN}"
    data = text.encode(encoding)
    data = b"\xff\xfe" + data if encoding == "utf-16-le" else data
    result = one(write(tmp_path, "a.txt", data))
    assert result.document.text == text
    assert any("windows-1252" in remark for remark in result.remarks) == (encoding == "windows-1252")


def test_bytes_that_are_wrong_in_their_own_encoding_are_refused(tmp_path: Path) -> None:
    skipped = lost(write(tmp_path, "a.txt", "Iran".encode("utf-16") + b"\x00"))
    assert "utf-16" in skipped.reason
    assert "iconv" in skipped.hint


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t \n", "is empty"),
        (b"12 34 56 -- 78", "has no words"),
        (b"\x89PNG \x00\x01", "is a PNG picture"),
        (b"abc\x00\x01\x02def" * 100, "is a binary file"),
        (b"PK\x03\x04rest", "is a damaged ZIP archive"),
    ],
)
def test_what_holds_no_article_is_named_with_a_next_step(tmp_path: Path, content: bytes, reason: str) -> None:
    skipped = lost(write(tmp_path, "a.txt", content))
    assert skipped.reason.startswith(reason)
    assert skipped.hint.endswith(".")
    assert "a.txt" in str(skipped)


def test_a_text_of_ten_megabytes_is_refused_with_the_limit(tmp_path: Path) -> None:
    skipped = lost(write(tmp_path, "a.txt", "Iran menyerang Israel. " * 450_000))
    assert f"{MAX_CHARACTERS:,}" in skipped.reason
    assert "Split" in skipped.hint


def test_the_longest_allowed_text_is_read_and_one_character_more_is_not(tmp_path: Path) -> None:
    text = (INDONESIAN + " ") * (MAX_CHARACTERS // len(INDONESIAN) + 1)
    assert len(one(write(tmp_path, "a.txt", text[:MAX_CHARACTERS])).document.text) == MAX_CHARACTERS
    assert f"{MAX_CHARACTERS + 1:,}" in lost(write(tmp_path, "b.txt", text[: MAX_CHARACTERS + 1])).reason


def test_a_line_of_json_that_is_too_long_is_skipped_and_the_next_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(rows({"text": "x" * 25_000_000}, {"text": ENGLISH}), encoding="utf-8")
    first, second = read([path])
    assert isinstance(first, Skipped)
    assert isinstance(second, Incoming)
    assert second.origin.endswith("line 2")


def test_a_malformed_line_in_the_middle_costs_only_itself(tmp_path: Path) -> None:
    lines = rows({"text": ENGLISH, "id": "first"}) + '{"text": "broken\n' + rows({"text": INDONESIAN})
    first, second, third = read([write(tmp_path, "a.jsonl", lines)])
    assert isinstance(first, Incoming)
    assert first.given_id == "first"
    assert isinstance(second, Skipped)
    assert second.origin.endswith("line 2")
    assert "not JSON" in second.reason
    assert isinstance(third, Incoming)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"title": "no text"}, "text"),
        ({"text": 7}, "text"),
        ({"text": None}, "text"),
        ({"text": ENGLISH, "title": ["x"]}, "title"),
        ({"text": ENGLISH, "id": 1.5}, "id"),
        ({"text": ENGLISH, "language": "fr"}, "not supported"),
        ({"text": ""}, "empty"),
        ([ENGLISH], "list"),
        (ENGLISH, "str"),
    ],
)
def test_a_row_that_is_not_of_the_contract_is_refused(tmp_path: Path, row: object, reason: str) -> None:
    assert reason in lost(write(tmp_path, "a.jsonl", rows(row))).reason


def test_all_fields_of_a_row_reach_the_document(tmp_path: Path) -> None:
    row = {
        "id": 12,
        "text": ENGLISH,
        "title": "Chile  and\nNorway",
        "language": "en-GB",
        "published_on": "2024-03-05T10:00:00+07:00",
        "publisher": "Meridian Wire",
        "url": "https://www.example.org/news",
        "unknown": True,
    }
    result = one(write(tmp_path, "a.jsonl", rows(row)))
    document = result.document
    assert result.given_id == "12"
    assert (document.title, document.language) == ("Chile and Norway", "en")
    assert (document.published_on, document.publisher) == ("2024-03-05", "Meridian Wire")
    assert document.url == "https://www.example.org/news"


def test_the_publisher_of_a_row_is_the_host_of_its_address_where_nothing_else_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", rows({"text": ENGLISH, "url": "https://www.example.org/2024/03/05/x"}))
    document = one(path).document
    assert (document.publisher, document.published_on) == ("example.org", "2024-03-05")


def test_offsets_survive_what_no_database_takes(tmp_path: Path) -> None:
    text = "Iran\u0000\u001f di \ud800 sini \u007f bertemu Rusia"
    path = write(tmp_path, "a.jsonl", rows({"text": text, "language": "id"}))
    cleaned = one(path).document.text
    assert len(cleaned) == len(text)
    assert cleaned.index("Rusia") == text.index("Rusia")
    assert cleaned.encode()
    assert "\x1f" not in cleaned


PAGE = """<!doctype html><html lang="id"><head><title>Pertemuan di Jakarta | Harian Contoh</title>
<meta property="og:title" content="Pertemuan di Jakarta">
<meta property="og:site_name" content="Harian Contoh">
<meta property="article:published_time" content="2023-10-10T08:00:00+07:00">
<link rel="canonical" href="https://harian.example/berita/pertemuan"></head>
<body><nav><a href="/">Beranda</a> <a href="/politik">Politik</a></nav><article><h1>Pertemuan di Jakarta</h1>
<p>PARAGRAPH</p><p>Kedua menteri sepakat memperluas kerja sama di bidang maritim &amp; energi, menurut
keterangan tertulis kementerian.</p></article><footer>Hak cipta Harian Contoh</footer></body></html>"""


def test_a_page_gives_its_article_without_the_page_around_it(tmp_path: Path) -> None:
    document = one(write(tmp_path, "a.html", PAGE.replace("PARAGRAPH", INDONESIAN))).document
    assert INDONESIAN in document.text
    assert "maritim & energi" in document.text
    assert "Beranda" not in document.text
    assert (document.title, document.publisher) == ("Pertemuan di Jakarta", "Harian Contoh")
    assert (document.published_on, document.url) == ("2023-10-10", "https://harian.example/berita/pertemuan")


def test_a_page_without_an_article_is_skipped(tmp_path: Path) -> None:
    skipped = lost(write(tmp_path, "a.html", "<html><body></body></html>"))
    assert "no article" in skipped.reason


def test_a_folder_is_read_in_the_order_of_its_names_with_its_folders_and_without_hidden_files(
    tmp_path: Path,
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path, "b/c.txt", INDONESIAN)
    write(tmp_path, "a.txt", ENGLISH)
    write(tmp_path, ".hidden.txt", ENGLISH)
    write(tmp_path, ".git/x.txt", ENGLISH)
    write(tmp_path, "z.mp3", b"ID3")
    first, second, third = read([tmp_path])
    assert isinstance(first, Incoming)
    assert first.document.language == "en"
    assert isinstance(second, Incoming)
    assert second.document.language == "id"
    assert isinstance(third, Skipped)
    assert ".mp3" in third.reason


def test_a_folder_without_files_and_a_path_without_file_are_said(tmp_path: Path) -> None:
    assert "without files" in lost(tmp_path).reason
    assert "cannot be read" in lost(tmp_path / "nothing.txt").reason


@pytest.mark.parametrize(
    "content", [INDONESIAN, rows({"text": INDONESIAN}), PAGE.replace("PARAGRAPH", INDONESIAN)]
)
def test_standard_input_may_hold_text_rows_or_a_page(content: str) -> None:
    program = "from ingest.documents import read\nfor r in read(['-']): print(r.origin, r.document.language)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, input=content.encode(), capture_output=True, check=True)
    assert done.stdout.decode().startswith("standard input")
    assert done.stdout.decode().strip().endswith("id")


def test_the_same_article_has_the_same_id_whatever_its_white_space_and_another_address_another(
    tmp_path: Path,
) -> None:
    spaced = INDONESIAN.replace(" ", "\n  ")
    address = {"url": "https://harian.example/1"}
    path = write(
        tmp_path, "a.jsonl", rows({"text": INDONESIAN}, {"text": spaced}, {"text": INDONESIAN, **address})
    )
    first, second, third = documents(path)
    assert first.id == second.id
    assert first.content_hash == second.content_hash == third.content_hash
    assert first.id != third.id
