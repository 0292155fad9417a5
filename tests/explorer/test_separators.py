"""Counts have the separators of the reader's language wherever they are said: 1,234 or 1.234."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from pandas.io.formats.style import Styler

import explorer
from cypher.bolt.table import Table
from explorer.briefs.pictures.curve import Bar, curve_drawing
from explorer.briefs.pictures.plot import number_text
from explorer.briefs.pictures.shapes import Label
from explorer.phrases import Number, in_brackets, joined, say
from explorer.queries.frames import as_frame, with_separators
from explorer.words import Words

ENGLISH, INDONESIAN = Words("en"), Words("id")
ROOM = Path(explorer.__file__).parent
WRITES_ENGLISH = {
    "scripting.py",
    "interface/answers.py",
    "network/pyvis_network.py",
    "briefs/pictures/plot.py",
}
"""What scripts and programs are told, always in English, and where the separators are replaced afterwards."""


@pytest.mark.parametrize(("words", "written"), [(ENGLISH, "12,345"), (INDONESIAN, "12.345")])
def test_a_count_is_written_as_the_language_writes_it(words: Words, written: str) -> None:
    assert words("Selected: {number}", number=12_345).endswith(f": {written}")
    assert say("Selected: {number}", number=12_345).said(words).endswith(f": {written}")
    assert Number(12_345).said(words) == written
    assert joined(" ", (say("Notes"), in_brackets(12_345))).said(words).endswith(f" ({written})")


def test_what_is_no_count_stays_as_it_is() -> None:
    assert INDONESIAN("{a} {b} {c} {d}", a="1234", b=True, c=1234.5, d=None) == "1234 True 1234.5 None"
    assert INDONESIAN("{share:.0%}", share=0.5) == "50%"


def test_the_numbers_of_pictures_are_written_in_the_language() -> None:
    for value, english, indonesian in (
        (1_234_567, "1,234,567", "1.234.567"),
        (0.25, "0.25", "0,25"),
        (1234.5, "1,234", "1.234"),
    ):
        assert number_text(value, ENGLISH) == english
        assert number_text(value, INDONESIAN) == indonesian
    drawn = curve_drawing([Bar("2024-01", "conflict", 4321)], {"conflict": "konflik"}, INDONESIAN)
    assert "4.321" in {each.text for each in drawn.shapes if isinstance(each, Label)}


def test_no_count_of_the_interface_has_the_separators_of_english() -> None:
    """Python's format ``,`` writes those of English; pages write counts by their words or as `Number`."""
    found = {
        path.relative_to(ROOM).as_posix()
        for path in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _has_format(node)
    }
    assert found == WRITES_ENGLISH


def _has_format(node: ast.AST) -> bool:
    """Whether it is a part of an f-string with the format, or a text that is to be filled by it."""
    if isinstance(node, ast.FormattedValue):
        return node.format_spec is not None and "," in ast.unparse(node.format_spec)
    return isinstance(node, ast.Constant) and bool(re.search(r"\{\w+:,", str(node.value)))


@pytest.mark.parametrize("script", sorted(ROOM.glob("*/frontend/*.mjs")), ids=lambda path: path.name)
def test_no_script_writes_a_count_in_the_language_of_the_browser(script: Path) -> None:
    assert "toLocaleString()" not in script.read_text(encoding="utf-8")


@pytest.mark.parametrize(("words", "written"), [(ENGLISH, "12,345"), (INDONESIAN, "12.345")])
def test_counts_of_tables_are_written_in_the_language_and_sorted_as_numbers(
    words: Words, written: str
) -> None:
    frame = as_frame(Table(("claims", "year", "name"), ((12_345, 2024, "a"), (None, 1999, "b"), (7, 1, "c"))))
    styled = with_separators(frame, words, ["claims"])
    assert isinstance(styled, Styler)
    assert styled.to_string(delimiter="|").splitlines()[1:] == [
        f"0|{written}|2024|a",
        "1||1999|b",
        "2|7|1|c",
    ]


def test_a_table_without_a_count_from_a_thousand_is_left_alone() -> None:
    frame = as_frame(Table(("claims", "year"), ((999, 2024),)))
    assert with_separators(frame, INDONESIAN, ["claims", "gone"]) is frame
    assert isinstance(with_separators(frame, INDONESIAN), Styler)
