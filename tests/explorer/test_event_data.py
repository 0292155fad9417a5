"""Event data as the page reads and imports them, by the real commands."""

from __future__ import annotations

import ast
import gzip
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from cypher.database import Database
from cypher.errors import InputError, UsageError
from explorer.error_texts import error_in
from explorer.pages.events.fields import CODES, FIELDS, taken
from explorer.words import Words
from explorer.work.command_runs import CommandRun, start
from explorer.work.event_data import DataFile, Imported, Importing, data_sets, previewed, table, title_of
from ingest.datasets import sources
from ingest.datasets.own_tables import mapping
from tests.explorer.texts_of_code import ROOT, VALUE, constants_of, texts_of

ROWS = """Tanggal;Pelaku;Sasaran;Kejadian
16/05/2024;Indonesia;Malaysia;unjuk rasa
31/02/2024;Iran;Irak;kecaman
"""
FILE = DataFile("../insiden <b>.csv", ROWS.encode())
LOCAL = Words("id")


def test_the_page_knows_the_fields_codes_and_data_sets_of_the_command_line() -> None:
    assert set(FIELDS) == set(mapping.FIELDS)
    assert list(CODES) == list(mapping.Codes)
    known = sources.data_sets()
    assert [(each.name, each.title, each.grade) for each in data_sets()] == [
        (each.name, each.title, each.grade) for each in known.values()
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("insiden.csv", "insiden"),
        ("Insiden 2024.CSV.gz", "Insiden 2024"),
        ("../../etc/passwd", "etc passwd"),
        ("a<b>\n\x00.tsv", "a b"),
        (".csv", "csv"),
        ("", "table"),
        ("x" * 300, "x" * 60),
    ],
)
def test_a_table_is_called_as_its_file(name: str, title: str) -> None:
    assert title_of(name) == title


def test_a_table_is_read_by_a_proposal_and_then_by_a_changed_one() -> None:
    proposed = table(FILE, "insiden")
    assert proposed.draft["columns"] == {
        "date": "Tanggal",
        "actor": "Pelaku",
        "recipient": "Sasaran",
        "event": "Kejadian",
    }
    first, second = proposed.preview
    assert (first["actors"], first["ids"]) == (["Indonesia"], ["IDN", "MYS"])
    assert second["said"].startswith("insiden _b_.csv, line 3: has no date")
    swapped = {**proposed.draft["columns"], "actor": "Sasaran", "recipient": "Pelaku"}
    changed = table(FILE, "insiden", taken({**proposed.draft, "columns": swapped}))
    assert changed.preview[0]["ids"] == ["MYS", "IDN"]
    assert table(FILE, "insiden", changed.mapping).draft == changed.draft


def test_a_column_of_events_that_was_chosen_anew_gets_its_own_words() -> None:
    file = DataFile("a.csv", b"date,actor,kind,code\n2024-05-16,Iran,talks,040\n")
    found = table(file, "a", {"columns": {"date": "date", "actor": "actor", "event": "code"}})
    assert (found.draft["codes"], found.draft["words"]) == ("cameo", {})
    found = table(file, "a", {"columns": {"date": "date", "actor": "actor", "event": "kind"}})
    assert (found.draft["codes"], list(found.draft["words"])) == ("own", ["talks"])


@pytest.mark.parametrize(
    ("content", "draft", "local"),
    [
        (b"", None, "insiden _b_.csv kosong. Unduh lagi."),
        (b"PK\x03\x04 no archive", None, "insiden _b_.csv adalah arsip ZIP yang rusak"),
        (ROWS.encode(), {"columns": {"date": "Hari"}, "constants": {"actor": "x", "event": "AID"}}, "Hari"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_in_indonesian(
    content: bytes, draft: Mapping[str, object] | None, local: str
) -> None:
    with pytest.raises(InputError) as caught:
        table(DataFile(FILE.name, content), "insiden", draft)
    said = error_in(str(caught.value), LOCAL)
    assert said.startswith("insiden _b_.csv ")
    assert local in said
    assert said != str(caught.value)


def test_files_of_another_data_set_are_refused_by_their_names() -> None:
    with pytest.raises(InputError, match=r"^insiden _b_\.csv is no file of ICEWS"):
        previewed("icews", [FILE])


def ended(running: CommandRun[Imported]) -> CommandRun[Imported]:
    while not running.wait(1):
        pass
    return running


def test_a_table_is_imported_once_and_its_rejected_rows_are_listed(graph: Database) -> None:
    found = table(FILE, "insiden")
    job = Importing("csv", [FILE], "insiden", found.mapping)
    done = ended(start(job)).result()
    assert (done.read, done.new, done.known, done.rejected) == (1, 1, 0, 1)
    assert b'insiden _b_.csv,3,,"has no date' in done.rejects
    assert b"/tmp" not in done.rejects
    assert done.first_rejected == ["insiden _b_.csv, line 3: has no date, but “31/02/2024”"]
    packed = DataFile("insiden.csv.gz", gzip.compress(ROWS.encode()))
    again = ended(start(Importing("csv", [packed], "insiden", found.mapping))).result()
    assert (again.new, again.known, again.changed) == (0, 1, 0)
    (counts,) = graph.read("explore/counts").records()
    assert counts["claims"] == 1


def test_a_table_may_have_the_name_of_a_list_of_rejected_rows(graph: Database) -> None:
    file = DataFile("rejected.csv", ROWS.encode())
    job = Importing("csv", [file], "rejected", table(file, "rejected").mapping)
    done = ended(start(job)).result()
    assert (done.new, done.rejected) == (1, 1)
    assert b"rejected.csv,3,," in done.rejects


def test_an_import_that_fails_says_why(graph: Database) -> None:
    with pytest.raises(InputError, match=r"Reading failed: insiden _b_\.csv is no file of ICEWS"):
        ended(start(Importing("icews", [FILE]))).result()


def test_a_graph_that_could_not_be_made_at_once_is_not_said_to_be_completed_later(graph: Database) -> None:
    job = Importing("icews", [FILE], at_once=True)
    stopped = start(job)
    stopped.cancel()
    for running, said in ((stopped, "It was stopped. "), (start(job), "Reading failed: ")):
        with pytest.raises(InputError, match=f"{said}.*whole or not at all") as failed:
            ended(running).result()
        assert "Add the same again" not in str(failed.value)
        assert "sekaligus" in error_in(str(failed.value), LOCAL)


_REASON_AT = {"rejected": 0, "_rejected": 2} | dict.fromkeys(
    (
        "RowError",
        "InputError",
        "UsageError",
        "OtherFormatError",
        "NoEventsError",
        "FaultyMappingError",
        "UnusableEventError",
    ),
    0,
)
"""The functions that are told a reason, and the place of the reason among their arguments."""


@cache
def _reasons() -> tuple[tuple[str, str], ...]:
    """The places at which rows of event data are rejected, with their texts."""
    found = []
    rooms = ("ingest/datasets", "ingest/loading/coded")
    for path in sorted(path for room in rooms for path in (ROOT / room).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = constants_of(tree)
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = ast.unparse(call.func).rpartition(".")[2]
            at = _REASON_AT.get(name)
            if at is not None and len(call.args) > at:
                place = f"{path.name}:{call.lineno}"
                found += [(place, text) for text in _texts(call.args[at], names)]
    return tuple(found)


def _texts(node: ast.expr, names: dict[str, ast.expr]) -> Iterator[str]:
    """The texts of an expression; a sum has the texts of both sides together."""
    if isinstance(node, ast.BinOp):
        yield from (a + b for a in _texts(node.left, names) for b in _texts(node.right, names))
    else:
        yield from texts_of(node, names)


def test_every_reason_why_a_row_or_a_file_is_refused_has_an_indonesian_text() -> None:
    shaped = {"has no date7": "has no date as %Y"}  # what a row of a table is told if the mapping has a form
    filled = {place: VALUE.sub("7", text) for place, text in _reasons()}
    passed_on = {text for text in filled.values() if not any(map(str.isalpha, text))}
    assert len(filled) > 60
    texts = {place: shaped.get(text, text) for place, text in filled.items() if text not in passed_on}
    assert {place: text for place, text in texts.items() if error_in(text, LOCAL) == text} == {}


def test_too_many_runs_of_all_kinds_are_refused_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.work.command_runs.MOST_WAITING", -1)
    with pytest.raises(UsageError, match="Other inputs"):
        start(Importing("icews", [FILE]))


def test_files_are_written_under_safe_names_of_their_own(tmp_path: Path) -> None:
    job = Importing("csv", [FILE, FILE], "a/b", "x")
    written = job.arguments(tmp_path)[-2:]
    assert len({*written}) == 2
    assert all(Path(each).is_relative_to(tmp_path) and Path(each).read_bytes() for each in written)
    assert (tmp_path / "a b.toml").read_text() == "x"
