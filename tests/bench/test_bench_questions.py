"""The questions whose time is measured: every saved query is among them, and each has all that it needs."""

from __future__ import annotations

from datetime import date

from bench.questions import Question, Subjects, questions
from cypher.catalog.catalog import catalog

NEWEST = date(2014, 12, 31)
ASKED = tuple(questions(Subjects(("IRN", "USA"), ("t1",), ("IRN", "USA"), "d1", NEWEST, None, ["c1"])))


def test_every_saved_query_is_asked() -> None:
    saved = {name for name in catalog() if name.startswith("saved/")}
    assert saved <= {each.statement for each in ASKED}


def test_each_question_has_what_its_statement_needs() -> None:
    for question in ASKED:
        bound = catalog()[question.statement].bind(question.parameters)
        assert question.parameters.keys() <= bound.keys(), question


def test_names_tell_questions_apart() -> None:
    assert len({each.name for each in ASKED}) == len(ASKED)
    assert Question("explore/counts", {}).name == "explore/counts"
