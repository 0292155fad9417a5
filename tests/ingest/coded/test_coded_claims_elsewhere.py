"""Other rooms show the codes of data sets, and leave their claims alone where they must."""

from __future__ import annotations

from cypher.database import Database
from cypher.judging.annotations import annotate
from cypher.judging.migration import bring_up_to_date
from cypher.judging.tie_counts import recount
from cypher.judging.wording import list_words
from cypher.model.graph import Judgement
from cypher.records.annotate import ReviewedClaim
from cypher.records.explore import ListedDocument, StoredDocument
from cypher.records.learn import JudgedEvidence
from cypher.records.shared import ClaimEvidence, EvidenceClaim
from ingest.loading.coded.facts import claim_id
from ingest.loading.coded.load import load_coded
from ingest.loading.load import load
from tests.coded_events import ALMANAC, coded, report, resolved
from tests.graphs import EXTRACTIONS

CLAIM = claim_id("almanac", "a", "a")
SAID = "ALMANAC codes this as 040 Consult · Hanoi, Vietnam · fatalities 3"


def fill(database: Database) -> None:
    noted = report("b", text="The two fleets met off Hue.", sentence=1)
    events = [coded("a", "IRN", "USA", fatalities=3), coded("b", "IRN", "IDN", noted)]
    load_coded(database, ALMANAC, events, resolve=resolved)


def shown(database: Database, claim: str) -> EvidenceClaim:
    (found,) = database.rows(EvidenceClaim, "explore/claim", claim=claim)
    return found


def test_the_evidence_has_the_codes_in_place_of_a_sentence(database: Database) -> None:
    fill(database)
    bare, noted = shown(database, CLAIM), shown(database, claim_id("almanac", "b", "b"))
    assert (bare.sentence, bare.code, bare.coded, bare.fatalities) == (SAID, "040", "Consult", 3)
    assert (noted.sentence, noted.place) == ("The two fleets met off Hue.", "Hanoi, Vietnam")
    assert (bare.url, bare.publisher) == ("https://news.test/a", "Daily Record")


def test_saved_queries_show_the_codes(database: Database) -> None:
    fill(database)
    for name in ("saved/coverage/single_publisher", "saved/quality/to_review"):
        rows = (
            database.read(name, confidence=1.0).records()
            if "quality" in name
            else database.read(name).records()
        )
        assert SAID in {row["sentence"] for row in rows}
        assert all(row["sentence"] for row in rows)


def test_a_search_finds_the_words_of_a_data_set_and_no_empty_sentence(database: Database) -> None:
    fill(database)
    found = database.read("saved/text/sentences", words="fleet").records()
    assert [row["sentence"] for row in found] == ["The two fleets met off Hue."]
    assert list_words(database) == 0


def test_articles_that_only_a_data_set_names_are_not_among_those_to_read(database: Database) -> None:
    load(database, EXTRACTIONS)
    fill(database)
    assert len(database.rows(StoredDocument, "explore/stored_documents")) == len(EXTRACTIONS)
    assert len(database.rows(ListedDocument, "explore/documents", lens="all")) == len(EXTRACTIONS)


def test_learning_and_training_take_no_claims_of_data_sets(database: Database) -> None:
    fill(database)
    annotate(database, CLAIM, Judgement.REJECTED, author="ratna")
    assert not database.rows(ClaimEvidence, "learn/claims")
    assert not database.rows(JudgedEvidence, "learn/judged")
    assert not database.rows(ReviewedClaim, "annotate/judged")


def test_a_check_of_the_graph_changes_nothing(database: Database) -> None:
    fill(database)
    annotate(database, CLAIM, Judgement.REJECTED, author="ratna")
    bring_up_to_date(database)
    before = shown(database, CLAIM)
    assert recount(database).mended == 0
    assert shown(database, CLAIM) == before
