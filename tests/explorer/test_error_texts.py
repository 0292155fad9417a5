"""Errors of the program in the reader's language: every one that can reach a page has a translation."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from cypher import errors
from cypher.bolt.transient import RULES
from cypher.catalog.parameters import Parameter, ParameterType
from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from cypher.model.notes import NoteRefusedError
from explorer.error_texts import Template, error_in, templates
from explorer.phrases import Problem
from explorer.words import Words
from explorer.work.ingest_process import pasted
from tests.explorer.test_words import INDONESIAN
from tests.explorer.texts_of_code import ROOT, VALUE, constants_of, texts_of

LOCAL = Words("id")
ERRORS, VALUES = templates("id")
REACHING = (
    *(
        "cypher/analysis",
        "cypher/bolt",
        "cypher/briefs",
        "cypher/cases",
        "cypher/database",
        "cypher/desk",
        "cypher/engine",
        "cypher/judging",
        "cypher/sources",
    ),
    *("cypher/model/notes.py", "cypher/catalog/parameters.py"),
    *("explorer/cases", "explorer/queries", "explorer/work", "explorer/network/export.py", "ingest/loading"),
    *("ingest/documents/formats/columns.py", "ingest/pipeline/extractor.py", "ingest/pipeline/worker.py"),
    "ingest/following/lists.py",
)
"""The code whose errors a page may show."""
ELSEWHERE = frozenset({"settings.py", "typed_rows.py"})
"""Wrong settings end the command before there is a page; a record that misfits is a fault of the program."""


@cache
def _classes() -> frozenset[str]:
    """The names of the errors of the project, also of those that are defined beside their use."""
    known = {name for name in vars(errors) if name.endswith("Error")}
    for path in _modules():
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            bases = {ast.unparse(base) for base in each.bases} if isinstance(each, ast.ClassDef) else set()
            known |= {each.name} if isinstance(each, ast.ClassDef) and bases & known else set()
    return frozenset(known)


def _modules() -> Iterator[Path]:
    for each in REACHING:
        paths = sorted((ROOT / each).rglob("*.py")) if (ROOT / each).is_dir() else [ROOT / each]
        yield from (path for path in paths if path.name not in ELSEWHERE)


def _raised() -> Iterator[tuple[str, str]]:
    """The places at which errors are made, with their texts."""
    for path in _modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = constants_of(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                for text in texts_of(node.args[0], constants) if node.func.id in _classes() else ():
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", text


def test_every_error_that_can_reach_a_page_has_an_indonesian_text() -> None:
    raised = dict(_raised())
    assert len(raised) > 80
    known = {VALUE.sub("{}", each.english) for each in ERRORS}
    known |= {VALUE.sub("{}", text) for text in INDONESIAN}
    assert not {place: text for place, text in raised.items() if VALUE.sub("{}", text) not in known}


@pytest.mark.parametrize("template", [*ERRORS, *VALUES], ids=lambda each: each.english[:40])
def test_a_template_has_the_same_values_in_both_languages(template: Template) -> None:
    assert set(VALUE.findall(template.translation)) == set(VALUE.findall(template.english))


@pytest.mark.parametrize("template", ERRORS, ids=lambda each: each.english[:40])
def test_an_error_is_translated_by_its_own_template(template: Template) -> None:
    names = [name[1:-1] for name in VALUE.findall(template.english)]
    values = {name: "" if name in {"where", "after"} else f"x{at}" for at, name in enumerate(names)}
    made = template.english.format(**values)
    assert error_in(made, LOCAL) == template.translation.format(**values)
    assert error_in(made, Words("en")) == made


def test_errors_of_the_running_program_are_said_in_indonesian(database: Database) -> None:
    assert _said(lambda: pasted("", {})) == "Belum ada teks. Tempelkan artikelnya, atau pilih berkas."
    limit = Parameter("limit", ParameterType.INTEGER, "", required=True)
    assert _said(lambda: limit.check("many")) == "Parameter 'limit' harus bilangan bulat, bukan 'many'."
    wrong = _said(lambda: database.read_text("MATCH (n RETURN n"))
    assert wrong.startswith("Basis data tidak memahami kueri yang diketik (baris 1, kolom ")
    assert wrong.endswith("Perbaiki lalu jalankan lagi.")
    refused = _said(lambda: database.read_text("CREATE (n:Wrong)"))
    assert "di sini hanya boleh membaca" in refused


def _said(act: object) -> str:
    with pytest.raises(KonstelasiError) as caught:
        act()  # type: ignore[operator]
    return error_in(str(caught.value), LOCAL)


def test_hostile_values_stay_text_and_an_unknown_error_is_shown_as_it_is() -> None:
    hostile = "There is no note <b>{0}</b> {x!r}. Copy its id again."
    assert error_in(hostile, LOCAL) == "Tidak ada catatan <b>{0}</b> {x!r}. Salin lagi id-nya."
    assert error_in("Something new {happened}", LOCAL) == "Something new {happened}"


def test_a_page_says_an_error_through_a_phrase() -> None:
    error = UsageError("A query needs an author: say who you are.")
    assert Problem(str(error)).said(LOCAL) == "Kueri memerlukan penulis: sebutkan siapa Anda."
    assert Problem(str(error)).said(Words("en")) == str(error)
    assert issubclass(NoteRefusedError, KonstelasiError)


@pytest.mark.parametrize("reason", sorted({rule.reason for rule in RULES if rule.reason}))
def test_the_reasons_of_failed_attempts_are_said_in_indonesian(reason: str) -> None:
    for more in ("", ", or ask about a shorter period"):
        text = (
            f"The typed query failed, because {reason} at every attempt; nothing was changed. Try again when "
            f"the database is less busy{more}."
        )
        said = error_in(text, Words("id"))
        assert said.startswith("Kueri yang diketik gagal, karena ")
        assert reason not in said
