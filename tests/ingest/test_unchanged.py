"""What has nothing to change changes nothing: no property, no version, no node and no relationship."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.database import Database
from cypher.judging.annotations import Recode, annotate
from cypher.judging.merging import merge, settle, split
from cypher.judging.tie_counts import recount
from cypher.model.graph import Extraction, Judgement, Sign
from ingest.loading.load import load
from tests.articles import Line, Stated, without_sentence
from tests.graphs import ARTICLES, CLAIMS, EXTRACTIONS, article, tie_id, without_claims
from tests.interrupting import Interruptible
from tests.whole import LOADED, whole

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
HELP = tie_id("AFG", "IRN", Sign.COOPERATION)


@pytest.fixture
def graph(database: Database) -> Database:
    """Each database in turn, holding the story, judged, recoded, and with one actor merged into another."""
    load(database, EXTRACTIONS)
    annotate(database, CLAIMS["attack"].id, Judgement.REJECTED, author="ann")
    recode = Recode(type="CONSULT", recipients=("ISR",))
    annotate(database, CLAIMS["relief"].id, Judgement.VERIFIED, author="ann", recode=recode)
    merge(database, "hamas", "taliban", author="ann")
    return database


def test_a_reload_a_check_a_settling_and_the_schema_change_nothing(graph: Database) -> None:
    before = whole(graph)
    assert len(before) > 100
    load(graph, EXTRACTIONS)
    assert whole(graph) == before
    load(graph, reversed(EXTRACTIONS))
    assert whole(graph) == before
    assert recount(graph).mended == 0
    assert settle(graph) == 0
    graph.apply_schema()
    assert whole(graph) == before


def test_splitting_gives_back_what_merging_took(database: Database) -> None:
    load(database, EXTRACTIONS)
    counted = LOADED | {"version"}
    before = whole(database, counted, labels=("Merger",))
    for entity, into in (("hamas", "taliban"), ("taliban", "hamas")):
        merge(database, entity, into, author="ann")
        assert whole(database, counted, labels=("Merger",)) != before
        split(database, entity, author="ann")
        assert whole(database, counted, labels=("Merger",)) == before


def test_a_judgement_of_before_a_check_stands(database: Database) -> None:
    load(database, EXTRACTIONS)
    seen = _claim_versions(database)
    recount(database)
    load(database, EXTRACTIONS)
    assert annotate(database, ATTACK, Judgement.VERIFIED, author="ann", versions=seen)
    assert _claim_versions(database) != seen


def test_a_tie_has_a_new_version_when_only_a_date_between_the_first_and_the_last_changes(
    database: Database,
) -> None:
    load(database, [helped(f"help-{day}", day) for day in ("2023-10-01", "2023-10-05", "2023-10-20")])
    before = version_of(database, HELP)
    moved = helped("help-2023-10-05", "2023-10-06")
    load(database, [moved])
    assert version_of(database, HELP) == before + 1
    load(database, [moved])
    assert version_of(database, HELP) == before + 1


def test_what_is_drawn_as_directed_follows_the_claims(database: Database) -> None:
    load(database, [met("met"), helped("help", "2023-10-01")])
    assert directed(database, HELP) is True
    load(database, [replace(helped("help", "2023-10-01"), claims=())])
    recount(database)
    assert directed(database, HELP) is False


def test_a_sentence_that_is_no_longer_found_goes_with_its_mentions_and_claims(database: Database) -> None:
    load(database, EXTRACTIONS)
    gone = CLAIMS["relief"].sentence_id
    shorter = without_sentence(without_claims(ARTICLES["help"], CLAIMS["relief"]), gone)
    assert load(database, [shorter]).removed == 1
    found = database.read("explore/document_sentences", document=shorter.document.id).records()
    assert {row["sentence"] for row in found} == {each.id for each in shorter.sentences}
    mentions = database.read("explore/document_mentions", document=shorter.document.id).rows
    assert len(mentions) == len(shorter.mentions)


def test_of_a_long_document_fewer_sentences_are_sent_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = max(len(each.document.text) for each in EXTRACTIONS)
    monkeypatch.setattr("ingest.loading.load._HELD", 2 * longest)
    steps = Interruptible(database)
    load(steps, EXTRACTIONS)  # type: ignore[arg-type]
    sentences = sum(len(each.sentences) for each in EXTRACTIONS)
    assert steps.written.count("load/merge_sentences") == -(-sentences // 2)
    assert database.read("explore/counts").records()[0]["sentences"] == sentences


def helped(name: str, day: str) -> Extraction:
    """An article of a day that says that Afghanistan helped Iran, but not when."""
    stated = Stated(name, "helped", ("AFG",), ("IRN",), "CONSULT")
    line = Line(f"Afghanistan helped Iran, {name}.", {"Afghanistan": "AFG", "Iran": "IRN"}, (stated,))
    return article(name, "en", "Daily Record", day, (line,))


def met(name: str) -> Extraction:
    """An article that says that both met."""
    stated = Stated(name, "met", ("AFG", "IRN"), (), "CONSULT", date="2023-10-02")
    line = Line("Afghanistan and Iran met.", {"Afghanistan": "AFG", "Iran": "IRN"}, (stated,))
    return article(name, "en", "Daily Record", "2023-10-02", (line,))


def version_of(database: Database, tie: str) -> int:
    """The version of a tie."""
    return int(database.read("explore/ties", ids=[tie], lens="all").records()[0]["version"])


def directed(database: Database, tie: str) -> bool:
    """Whether a tie is drawn as an arrow."""
    return bool(database.read("explore/ties", ids=[tie], lens="all").records()[0]["directed"])


def _claim_versions(database: Database) -> dict[str, int]:
    return {
        row["claim"]: row["version"]
        for row in database.read("explore/evidence", tie=ATTACK, lens="all").records()
    }
