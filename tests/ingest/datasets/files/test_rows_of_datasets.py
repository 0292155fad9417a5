from __future__ import annotations

import tracemalloc
from io import BufferedReader, BytesIO, RawIOBase
from itertools import chain, repeat

import pytest

from ingest.datasets.coded import Rejected
from ingest.datasets.files.opening import Opened
from ingest.datasets.files.rows import LONGEST_LINE, Line, Row, csv_rows, lines, tab_rows


def source(data: bytes | str) -> Opened:
    data = data.encode() if isinstance(data, str) else data
    return Opened("events.tab", BufferedReader(BytesIO(data)))


def told(found: Line | Row | Rejected) -> object:
    if isinstance(found, Rejected):
        return (found.line, found.reason)
    return found.text if isinstance(found, Line) else list(found.cells)


def text_lines(data: bytes) -> list[object]:
    return [told(line) for line in lines(source(data))]


def test_numbers_lines_from_one_and_keeps_counting_over_blank_ones() -> None:
    found = list(lines(source("\ufeffa\r\n\n \t \nb")))
    assert found == [Line("events.tab", 1, "a"), Line("events.tab", 4, "b")]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (b"S\xe3o Tom\xe9", "São Tomé"),
        ("São Tomé".encode(), "São Tomé"),
        (b"\x93quoted\x94", "“quoted”"),
        (b"bell \x07 rings", "bell   rings"),
        ("line\u2028separator".encode(), "line\u2028separator"),
    ],
)
def test_reads_each_line_in_its_own_encoding(line: bytes, read: str) -> None:
    assert text_lines(b"before\n" + line + "\nnach Köln\n".encode()) == ["before", read, "nach Köln"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"a\0b", "holds a NUL character"),
        ("Köln".encode() + b" M\xfcnchen", "is damaged: only a part of it is UTF-8"),
        (b"\x81\x8d", "is neither UTF-8 nor Windows-1252"),
    ],
)
def test_rejects_a_line_that_is_no_text_and_reads_the_rest(line: bytes, reason: str) -> None:
    assert text_lines(b"before\n" + line + b"\nafter") == ["before", (2, reason), "after"]


class Big(RawIOBase):
    """A file of three lines; the second one is `size` bytes long."""

    def __init__(self, size: int) -> None:
        self.parts = chain([b"before\n"], repeat(b"x" * (1 << 16), size >> 16), [b"\nafter\n"])

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = next(self.parts, b"")
        buffer[: len(part)] = part
        return len(part)


def test_a_line_of_a_gigabyte_is_rejected_without_being_held() -> None:
    tracemalloc.start()
    found = [told(line) for line in lines(Opened("big", BufferedReader(Big(1 << 30), 1 << 18)))]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == ["before", (2, "is longer than 1,048,576 bytes"), "after"]
    assert peak < 16 * LONGEST_LINE


def test_a_line_of_exactly_the_greatest_length_is_read() -> None:
    longest = b"x" * LONGEST_LINE
    assert [len(str(line)) for line in text_lines(longest + b"\n" + longest)] == [LONGEST_LINE, LONGEST_LINE]


def test_the_text_of_a_rejected_line_is_its_beginning() -> None:
    [rejected] = lines(source(b"\x81" + b"y" * 5000))
    assert isinstance(rejected, Rejected)
    assert rejected.text.startswith("\ufffdyyy")
    assert len(rejected.text) <= 200


def test_quotation_marks_are_text_in_tab_files() -> None:
    rows = tab_rows(source('Bare " mark\tlast "Comandante"\n"Foo" said "Bar"\tx\n'))
    assert [told(row) for row in rows] == [['Bare " mark', 'last "Comandante"'], ['"Foo" said "Bar"', "x"]]


def test_a_cell_that_is_quoted_as_a_whole_loses_its_marks() -> None:
    rows = tab_rows(source('12\t"Muammar \\"M\\" Qadhafi"\t"He said ""no"""\t""\t"\n'))
    assert [told(row) for row in rows] == [["12", 'Muammar "M" Qadhafi', 'He said "no"', "", '"']]


def test_words_for_missing_values_are_empty_but_in_literal_columns() -> None:
    data = "NA\tNULL\tNone\t\tNamibia\t NA \tNaN\t\\N\n"
    assert [told(row) for row in tab_rows(source(data))] == [["", "", "", "", "Namibia", "", "", ""]]
    assert next(told(row) for row in tab_rows(source(data), literal={0})) == [
        "NA",
        *[""] * 3,
        "Namibia",
        *[""] * 3,
    ]


def test_says_how_many_cells_a_row_has_and_should_have() -> None:
    [row] = tab_rows(source("a\tb"))
    assert isinstance(row, Row)
    assert row.misfit(1, 2) is None
    assert row.misfit(57, 58) == Rejected("events.tab", 1, "has 2 cells instead of 57 or 58", "a\tb")


def test_reads_quoted_cells_with_line_ends_and_numbers_a_record_by_its_first_line() -> None:
    rows = list(csv_rows(source('id,note\r\n1,"two\r\nlines, ""quoted"""\r\n2,NA\r\n')))
    assert [told(row) for row in rows] == [["id", "note"], ["1", 'two\nlines, "quoted"'], ["2", ""]]
    assert [row.line.number for row in rows if isinstance(row, Row)] == [1, 2, 4]


def test_reads_other_delimiters() -> None:
    assert [told(row) for row in csv_rows(source("a;b\n1,5;x\n"), ";")] == [["a", "b"], ["1,5", "x"]]


UNFIT = "has a quotation mark that is not closed or stands within a cell"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ('1,"open', UNFIT),
        ('1,"a" b', UNFIT),
        ("1", "has 1 cells instead of 2"),
        ("1,2,3", "has 3 cells instead of 2"),
        ('1,"open,2', UNFIT),
    ],
)
def test_a_bad_record_costs_one_line(bad: str, reason: str) -> None:
    good = "".join(f'{number},"{number}"\n' for number in range(2, 500))
    found = [told(row) for row in csv_rows(source(f"a,b\n{bad}\n{good}"))]
    assert found[:2] == [["a", "b"], (2, reason)]
    assert found[2:] == [[str(number), str(number)] for number in range(2, 500)]


def test_an_open_quotation_mark_does_not_swallow_records_that_span_lines() -> None:
    found = [told(row) for row in csv_rows(source('a,b\n1,"open\n2,"two\nlines"\n3,x\n'))]
    assert found == [["a", "b"], (2, UNFIT), ["2", "two\nlines"], ["3", "x"]]


def test_a_line_that_cannot_be_read_ends_the_record_before_it() -> None:
    found = [told(row) for row in csv_rows(source(b'a,b\n1,"open\n2,x\0\n3,x\n'))]
    assert found == [["a", "b"], (2, UNFIT), (3, "holds a NUL character"), ["3", "x"]]
