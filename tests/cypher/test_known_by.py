"""The second clock: what could be known by a day."""

from __future__ import annotations

import pytest

from cypher.catalog.catalog import catalog
from cypher.database import Database
from cypher.model.graph import Extraction, Sign
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.cypher.results import drawn
from tests.graphs import EXTRACTIONS, tie_id

ASKING = {
    name
    for name, statement in catalog().items()
    if name.startswith(("explore/", "saved/"))
    and "lens" in {parameter.name for parameter in statement.parameters}
    and ":Claim" in statement.text
}


@pytest.mark.parametrize("name", sorted(ASKING))
def test_every_statement_that_looks_at_claims_can_be_asked_as_of_a_day(name: str) -> None:
    parameters = {parameter.name: parameter for parameter in catalog()[name].parameters}
    assert parameters["known_by"].default is None


def test_a_tie_has_only_the_claims_that_were_published_by_the_day(database: Database) -> None:
    load(database, EXTRACTIONS)
    sanctions = tie_id("USA", "IRN", Sign.CONFLICT)

    def claims(day: str | None) -> list[int]:
        rows = database.read("explore/ties", ids=[sanctions], known_by=day).records()
        return [row["claims"] for row in rows]

    assert [claims(day) for day in ("2024-01-14", "2024-01-15", "2024-01-16", None)] == [[], [1], [2], [2]]


def test_what_happened_before_a_day_but_was_published_after_it_is_not_known_yet(database: Database) -> None:
    load(database, EXTRACTIONS)
    help_ = tie_id("IDN", "PSE", Sign.COOPERATION)
    happened = "2024-02-01"
    assert database.read("explore/ties", ids=[help_], until=happened, known_by="2024-02-02").rows
    assert not database.read("explore/ties", ids=[help_], until=happened, known_by=happened).rows


def test_a_chain_is_chosen_among_what_was_known_and_not_among_what_is_known_today(database: Database) -> None:
    def met(name: str, day: str, one: str, other: str) -> Extraction:
        words = f"{one} met {other}."
        stated = Stated(name, "met", (one,), (other,), "CONSULT", date=day)
        line = Line(words, {one: one, other: other}, (stated,))
        return article(name, "en", "Daily Record", day, (Line(name), line))

    days = {"first": ("2024-01-01", "IDN", "QAT"), "then": ("2024-01-02", "QAT", "IRN")}
    load(database, [met(name, *told) for name, told in days.items()])
    load(database, [met("at last", "2024-03-01", "IDN", "IRN")])

    def chain(day: str | None) -> set[tuple[str, str]]:
        path = database.read("saved/bilateral/shortest_path", first="IDN", second="IRN", known_by=day)
        return {(row["actor"], row["recipient"]) for row in path.records()}

    assert chain(None) == {("IDN", "IRN")}
    assert chain("2024-02-01") == {("IDN", "QAT"), ("QAT", "IRN")}
    assert chain("2024-01-01") == set()


def test_a_document_that_was_published_later_is_not_listed(database: Database) -> None:
    load(database, EXTRACTIONS)
    listed = database.read("explore/documents", known_by="2024-01-15").records()
    assert max(row["published_on"] for row in listed) == "2024-01-15"


def test_loading_again_does_not_make_a_claim_known_later(database: Database) -> None:
    load(database, EXTRACTIONS)
    before = drawn(database, known_by="2024-01-15").rows
    load(database, EXTRACTIONS)
    assert drawn(database, known_by="2024-01-15").rows == before


def test_the_newest_day_is_that_of_the_last_document_known(database: Database) -> None:
    assert database.read("explore/newest_day").rows == ()
    load(database, EXTRACTIONS)
    assert database.read("explore/newest_day").rows == (("2024-02-02",),)
    assert database.read("explore/newest_day", known_by="2024-02-01").rows == (("2024-01-16",),)
