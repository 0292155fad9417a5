"""Tables of articles: columns are found by name or as stated, and a bad row costs only itself."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cypher.errors import UsageError
from ingest.documents import Incoming, Skipped, read
from ingest.documents.formats.columns import NAMES, stated_columns

TEXT = (
    "Menteri Luar Negeri Indonesia bertemu Menteri Luar Negeri Jepang di Jakarta untuk membahas kerja sama."
)
OTHER = (
    "The president of Chile met the prime minister of Norway in Oslo, where both signed a trade agreement."
)
HEADER = ("judul", "isi", "tanggal", "tautan", "sumber", "bahasa")
ROW = ("Pertemuan", TEXT, "2024-05-02", "https://harian.example/1", "Harian Contoh", "id")


def table(*rows: Sequence[str], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def results(folder: Path, content: str | bytes, stated: str = "", name: str = "a.csv") -> list[object]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read([path], stated_columns([stated] if stated else [])))


def only(found: Sequence[object]) -> Incoming:
    (result,) = found
    assert isinstance(result, Incoming), str(result)
    return result


def lost(found: Sequence[object]) -> Skipped:
    (result,) = found
    assert isinstance(result, Skipped), result
    return result


def about(result: object) -> tuple[str | None, ...]:
    assert isinstance(result, Incoming), str(result)
    found = result.document
    return found.title, found.text, found.published_on, found.url, found.publisher, found.language


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_delimiter_and_encoding_are_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    title = "“Kita”, kata José; lalu\tpergi"
    content = table(HEADER, (title, *ROW[1:]), delimiter=delimiter).encode(encoding)
    result = only(results(tmp_path, content))
    assert about(result) == ("“Kita”, kata José; lalu pergi", *ROW[1:])
    assert result.origin.endswith("a.csv, line 2")
    assert any("windows-1252" in remark for remark in result.remarks) == (encoding == "cp1252")


@pytest.mark.parametrize(
    "header",
    [
        ("title", "text", "date", "url", "publisher", "language"),
        ("Headline", "BODY", "Published_On", " Link ", "source", "lang"),
        ("JUDUL BERITA", "isi_berita", "Tanggal Terbit", "tautan", "nama-media", "Bahasa"),
        ("judul", "Teks", "tgl", "alamat", "penerbit", "bahasa"),
    ],
)
def test_columns_are_found_whatever_their_case_spaces_and_underscores(
    tmp_path: Path, header: Sequence[str]
) -> None:
    assert about(only(results(tmp_path, table(header, ROW)))) == ROW
    turned = [tuple(reversed(line)) for line in (header, ROW)]
    assert about(only(results(tmp_path, table(*turned)))) == ROW


def test_other_columns_are_stated_and_a_stated_one_counts_more_than_a_known_one(tmp_path: Path) -> None:
    content = table(("text", "Kolom A", "hari, jam"), ("ringkas", TEXT, "3 Mei 2024"))
    result = only(results(tmp_path, content, "text=kolom_a,date=hari, jam"))
    assert about(result)[1:3] == (TEXT, "2024-05-03")


def test_an_unknown_table_is_told_its_columns_what_is_missing_and_an_option_that_works(
    tmp_path: Path,
) -> None:
    content = table(("nomor", "kolom 'x'", "tanggal"), ("1", TEXT, "2024-05-02"))
    skipped = lost(results(tmp_path, content))
    assert "“nomor”, “kolom 'x'”, “tanggal”" in skipped.reason
    assert "no column is found for text, title, url, publisher, language, id" in skipped.reason
    option = skipped.hint.partition("--map ")[2]
    program = "import sys; from ingest.documents import *; from ingest.documents.formats.columns import *\n"
    program += "print(*[r.document.published_on for r in read([sys.argv[1]], stated_columns([sys.argv[2]]))])"
    command = f"{sys.executable} -c '{program}' {tmp_path}/a.csv {option}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2024-05-02"


@pytest.mark.parametrize(
    ("header", "stated", "reason"),
    [
        (("text", "date"), "text=isi", "has no column “isi”; its columns are “text”, “date”"),
        (("text", "Text"), "", "has more than one column “text”"),
        (("text",), "", "has no rows below its header"),
        ((), "", "has no rows"),
    ],
)
def test_a_table_that_cannot_be_used_as_a_whole_is_refused(
    tmp_path: Path, header: Sequence[str], stated: str, reason: str
) -> None:
    rows = [header, ("x", "y")] if len(header) > 1 else [header] if header else []
    assert lost(results(tmp_path, table(*rows), stated)).reason.startswith(reason)


@pytest.mark.parametrize(
    "stated", ["text", "=x", "text=", "teks=isi", "text=a,text=b", "text=a,x=b", "\x1b=x"]
)
def test_a_statement_of_columns_that_cannot_be_used_is_wrong_use(stated: str) -> None:
    with pytest.raises(UsageError, match=r"--map .*(Example|once)") as refused:
        stated_columns([stated])
    assert str(refused.value).isprintable()


def test_bad_rows_are_named_by_line_and_the_others_are_read(tmp_path: Path) -> None:
    content = (
        "title,text,date\r\n"
        f'"Dua\r\nbaris","{TEXT}",2024-05-02\r\n'
        "\r\n"
        "Kosong, ,2024-05-02\r\n"
        f"Lebih,{OTHER},2024-05-02\r\n"
        f'Tanggal,"{OTHER}",kapan saja\r\n'
        f'"{TEXT}"\r\n'
        f'Terakhir,"{TEXT} Lagi."\r\n'
    )
    found = results(tmp_path, content)
    by_line = {int(each.origin.rpartition(" ")[2]): each for each in found}  # type: ignore[attr-defined]
    assert list(by_line) == [2, 5, 6, 7, 8, 9]
    assert about(by_line[2])[0] == "Dua baris"
    assert {line: each.reason for line, each in by_line.items() if isinstance(each, Skipped)} == {
        5: "has no text: its cell of the column “text” is empty",
        6: "has 4 cells, but the header has 3",
        8: "has no text: its cell of the column “text” is empty",
    }
    undated = by_line[7]
    assert isinstance(undated, Incoming)
    assert undated.remarks[0] == "date “kapan saja” is not understood"
    assert about(by_line[9])[2] is None


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_quotation_mark_that_is_never_closed_costs_one_row(tmp_path: Path, line_end: str) -> None:
    rows = ["title,text", f'Satu,"{TEXT}"', f'"Dua,{TEXT} 2', f"Tiga,{TEXT} 3", f"Empat,{TEXT} 4", ""]
    first, second, third, fourth = results(tmp_path, line_end.join(rows))
    assert about(first)[0] == "Satu"
    assert isinstance(second, Skipped)
    assert second.origin.endswith("line 3")
    assert "never closed" in second.reason
    assert (about(third)[0], about(fourth)[0]) == ("Tiga", "Empat")
    assert isinstance(fourth, Incoming)
    assert fourth.origin.endswith("line 5")


def test_quotation_marks_that_are_never_closed_do_not_read_a_file_over_and_over(tmp_path: Path) -> None:
    began = time.monotonic()
    found = results(tmp_path, "text,title\n" + 'x","\n' * 1_000_000)
    assert time.monotonic() - began < 60
    assert len(found) == 10
    assert isinstance(found[-1], Skipped)
    assert "rest of the file is not read" in found[-1].reason


def test_long_cells_are_read_and_cells_that_are_too_long_cost_one_row(tmp_path: Path) -> None:
    long = f"{TEXT} " * 9_000
    longer, longest = "Kata. " * 180_000, "x" * 13_000_000
    content = table(("text",), (long,), (longer,), (longest,), (OTHER,), ("a\n" * 7_000_000,))
    first, second, third, fourth, fifth = results(tmp_path, content)
    assert isinstance(first, Incoming)
    assert len(first.document.text) == len(long) > 131_072 * 6
    assert isinstance(second, Skipped)
    assert "more than the limit" in second.reason
    assert isinstance(third, Skipped)
    assert "is longer than" in third.reason
    assert about(fourth)[1] == OTHER
    assert isinstance(fifth, Skipped)
    assert "rest of the file is not read" in fifth.reason


@pytest.mark.parametrize(
    "cell", ['=HYPERLINK("http://evil.example";"x")', "+1+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3"]
)
def test_formulas_are_plain_text(tmp_path: Path, cell: str) -> None:
    result = only(results(tmp_path, table(("text", "title", "language"), (f"{cell} {TEXT}", cell, "id"))))
    assert result.document.title == cell
    assert result.document.text.startswith(cell)


def test_a_spreadsheet_and_other_binary_files_are_refused(tmp_path: Path) -> None:
    assert "office file" in lost(results(tmp_path, b"PK\x03\x04\x14\x00")).reason
    assert "binary" in lost(results(tmp_path, b"text,title\n\x00\x01")).reason


def test_the_delimiter_that_a_spreadsheet_states_is_used(tmp_path: Path) -> None:
    assert about(only(results(tmp_path, f"sep=|\ntext|title\n{TEXT}|Judul, satu\n")))[0] == "Judul, satu"


def test_a_table_is_known_without_a_name_and_by_stated_columns(tmp_path: Path) -> None:
    known, other = table(HEADER, ROW), table(("a", "b"), (TEXT, "Judul"))
    assert about(only(results(tmp_path, known, name="without-ending"))) == ROW
    assert about(only(results(tmp_path, other, "text=a,title=b", name="without-ending")))[0] == "Judul"


@given(
    st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=4), min_size=1, max_size=5),
    st.sampled_from(",;\t"),
    st.binary(max_size=30),
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_table_comes_out_or_is_named_by_its_line(
    tmp_path: Path, rows: list[list[str]], delimiter: str, rest: bytes
) -> None:
    content = table(("text", "title", "id", "language"), *rows, delimiter=delimiter)
    found = results(tmp_path, content.encode("utf-8", "surrogatepass") + rest)
    lines = [int(each.origin.rpartition(" ")[2]) for each in found if ", line " in each.origin]  # type: ignore[attr-defined]
    assert all(first < second for first, second in pairwise(lines))
    for each in found:
        if isinstance(each, Skipped):
            assert str(each).isprintable()
        else:
            assert isinstance(each, Incoming)
            assert each.document.text.encode()


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs", "Cc"))), min_size=1))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_a_table_holds_is_read_back(tmp_path: Path, titles: list[str]) -> None:
    rows = [(f"{TEXT} {number}", title, "id") for number, title in enumerate(titles)]
    found = results(tmp_path, table(("text", "title", "language"), *rows))
    assert [about(each)[:2] for each in found] == [
        (" ".join(title.split()) or None, text) for text, title, _ in rows
    ]


def test_every_field_is_known_by_names_of_its_own() -> None:
    names = [name for each in NAMES.values() for name in each]
    assert len(names) == len(set(names))
