"""Claims that analysts make by hand, through ``konstelasi claim``, on the embedded engine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement, Lens
from ingest.loading.load import load
from tests.conftest import Outcome, Run, empty
from tests.graphs import ARTICLES, EXTRACTIONS

QUOTED = "Indonesian diplomats telephoned their colleagues in Doha."
SOURCE = ("--quote", QUOTED, "--title", "Calls to Doha", "--publisher", "Gulf Courier")


@pytest.fixture
def home(embedded: Settings) -> Path:
    """The folder of the shared engine, with the small graph."""
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
    return embedded.home


def claimed(command: Run, *more: str, author: str = "ratna", grade: str = "2") -> Outcome:
    """Claim that Indonesia consulted Qatar."""
    words = ("claim", "Indonesia", "consult", "Doha", *SOURCE, "--author", author)
    return command(*words, "--information-grade", grade, *more)


def evidence(database: Database, claim: str) -> dict[str, Any] | None:
    """The claim as panels show it."""
    return next(iter(database.read("explore/claim", claim=claim).records()), None)


def tie(database: Database, lens: Lens) -> dict[str, Any] | None:
    """The tie of the claim, among the ties of Indonesia."""
    rows = database.read("explore/neighbours", entity="IDN", lens=lens.value).records()
    return next((row for row in rows if {row["actor"], row["recipient"]} == {"IDN", "QAT"}), None)


def test_a_claim_is_drawn_marked_and_withdrawn(command: Run, home: Path) -> None:
    made = claimed(
        command,
        *("--mode", "phone", "--date", "2024-03", "--speaker", "USA", "--source-grade", "B"),
        *("--url", "https://gulf.example/calls", "--published", "2024-04-02", "--note", "heard twice"),
    )
    claim = made.out.strip()
    assert made.code == 0, made.err
    with connect(Settings(home=home), Role.ANALYST) as database:
        shown = evidence(database, claim)
        assert shown is not None
        kept = {name: shown[name] for name in ("event_type", "mode", "date", "attribution", "sentence")}
        assert kept == {
            "event_type": "CONSULT",
            "mode": "phone",
            "date": "2024-03",
            "attribution": "USA",
            "sentence": QUOTED,
        }
        assert shown["extractor"] == "analyst+ratna"
        assert shown["reasons"] == ["by hand, ratna", "grade of the information: 2", "grade of the source: B"]
        assert shown["title"] == "By hand, ratna: Calls to Doha"
        assert shown["verdict"] == "none"
        drawn = tie(database, Lens.TRUSTED)
        assert drawn is not None
        assert (drawn["claims"], drawn["voices"]) == (1, 1)
        foreign = command("claim", claim, "--withdraw", "--author", "budi")
        assert foreign.code == 2
        assert "by ratna" in foreign.err
        assert command("claim", claim, "--withdraw", "--note", "misheard", "--author", "ratna").code == 0
        assert evidence(database, claim) is None
        assert tie(database, Lens.ALL) is None
    told = [json.loads(line) for line in command("claim", claim, "--history").out.splitlines()]
    assert [each["note"] for each in told] == [
        "Withdrawn: misheard",
        "By hand: Indonesia CONSULT (phone) Qatar, 2024-03, actual, said by United States. heard twice",
    ]
    assert (told[1]["source_grade"], told[1]["information_grade"]) == ("B", 2)
    assert told[1]["sources"] == ["https://gulf.example/calls"]
    again = command("claim", claim, "--withdraw", "--author", "ratna")
    assert "withdrawn already" in again.err


@pytest.mark.parametrize(
    ("grade", "source", "trusted"),
    [("1", "A", True), ("2", "C", True), ("3", "A", False), ("6", "A", False), ("1", "D", False)],
)
def test_trusted_shows_a_claim_by_its_grades(
    command: Run, home: Path, grade: str, source: str, trusted: bool
) -> None:
    claimed(command, "--source-grade", source, grade=grade)
    with connect(Settings(home=home), Role.READER) as database:
        assert tie(database, Lens.NOT_REJECTED) is not None
        assert (tie(database, Lens.TRUSTED) is not None) is trusted


def test_two_analysts_claims_stay_two_and_are_one_voice(command: Run, home: Path) -> None:
    first = claimed(command, "--date", "2024-03-05").out.strip()
    second = claimed(command, "--date", "2024-03-05", author="budi").out.strip()
    with connect(Settings(home=home), Role.READER) as database:
        drawn = tie(database, Lens.TRUSTED)
        assert drawn is not None
        assert (first != second, drawn["claims"], drawn["voices"]) == (True, 2, 1)
        command("claim", first, "--withdraw", "--author", "ratna")
        left = tie(database, Lens.TRUSTED)
        assert left is not None
        assert left["claims"] == 1
        assert evidence(database, second) is not None


def test_an_article_of_the_graph_is_quoted_by_one_of_its_sentences(command: Run, home: Path) -> None:
    article = ARTICLES["sanctions"].document
    words = ("claim", "IRN", "REJECT", "USA", "--information-grade", "2", "--author", "ratna")
    made = command(*words, "--article", article.id, "--quote", "rejected the demands")
    with connect(Settings(home=home), Role.READER) as database:
        shown = evidence(database, made.out.strip())
        assert shown is not None
        assert shown["sentence"].startswith("Iran rejected the demands")
        assert shown["sentence"][shown["trigger_start"] : shown["trigger_end"]] == "rejected the demands"
        assert (shown["publisher"], shown["published_on"]) == (article.publisher, article.published_on)
        assert shown["not_after"] == article.published_on
        stored = database.read("explore/stored_documents").records()
        assert {row["id"] for row in stored} == {each.document.id for each in EXTRACTIONS}
    wrong = command(*words, "--article", article.id, "--quote", "accepted the demands")
    assert (wrong.code, "no sentence" in wrong.err) == (2, True)


def test_the_news_can_be_loaded_again_and_verdicts_on_claims_teach_nothing(command: Run, home: Path) -> None:
    claim = claimed(command).out.strip()
    with connect(Settings(home=home), Role.ANALYST) as database:
        annotate(database, claim, Judgement.VERIFIED, author="budi")
        load(database, EXTRACTIONS)
        shown = evidence(database, claim)
        assert shown is not None
        assert shown["verdict"] == "verified"
        assert database.read("learn/judged").rows == ()
        assert database.read("annotate/judged").rows == ()
        listed = {row["claim"] for row in database.read("learn/claims").records()}
        assert claim not in listed
        assert listed


def test_unknown_parties_are_refused_or_become_new_actors(command: Run, home: Path) -> None:
    words = ("SANCTION", "IDN", *SOURCE, "--information-grade", "2", "--author", "ratna")
    near = command("claim", "Taliben", *words)
    assert (near.code, "Did you mean Taliban (taliban)?" in near.err) == (2, True)
    made = command("claim", "Front of Doves", *words, "--new", "armed_group")
    assert made.code == 0, made.err
    absent = command("claim", "FRA", *words)
    assert absent.code == 0, absent.err
    with connect(Settings(home=home), Role.READER) as database:
        found = database.read("explore/search_entities", text="front of doves").records()
        assert [(row["name"], row["kind"]) for row in found] == [("Front of Doves", "armed_group")]


def test_a_new_actor_with_nearly_the_name_of_another_is_proposed_for_merging(
    command: Run, home: Path
) -> None:
    words = ("SANCTION", "IDN", *SOURCE, "--information-grade", "2", "--author", "ratna", "--new", "person")
    for name in ("Marta Oliveira", "Marta S. Oliveira"):
        assert command("claim", name, *words).code == 0
    with connect(Settings(home=home), Role.READER) as database:
        (pair,) = database.read("explore/merge_candidates").records()
        assert {pair["left_name"], pair["right_name"]} == {"Marta Oliveira", "Marta S. Oliveira"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--date", "2999-01-01"), "after today"),
        (("--date", "2024-13"), "is no date"),
        (("--date", "2024-03-09", "--published", "2024-03-05"), "cannot tell what happened"),
        (("--published", "2999-01-01"), "after today"),
        (("--mode", "teleport"), "has no mode 'teleport'"),
        (("--mode", "third-party"), "mediator"),
        (("--source-grade", "G"), "Grade the source"),
        (("--url", "javascript:alert(1)"), "no address"),
        (("--language", "xx"), "language 'xx'"),
        (("--quote", " "), "Quote what"),
        (("--publisher", ""), "title and publisher"),
        (("--author", " "), "say who you are"),
        (("--information-grade", "0"), "Grade the information"),
    ],
)
def test_wrong_input_is_explained_and_nothing_is_loaded(
    command: Run, home: Path, more: tuple[str, ...], said: str
) -> None:
    refused = claimed(command, *more)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err
    with connect(Settings(home=home), Role.READER) as database:
        assert tie(database, Lens.ALL) is None


def test_a_party_acts_on_another_one(command: Run) -> None:
    twice = command("claim", "Iran", "CONSULT", "IRN", *SOURCE, "--information-grade", "2")
    assert "both actor and recipient" in twice.err


def test_planned_days_may_come_and_denied_acts_draw_no_tie(command: Run, home: Path) -> None:
    denied = claimed(command, "--happened", "denied").out.strip()
    with connect(Settings(home=home), Role.READER) as database:
        assert tie(database, Lens.ALL) is None
        shown = evidence(database, denied)
        assert shown is not None
        assert shown["status"] == "negated"
        assert claimed(command, "--happened", "planned", "--date", "2999-01-01").code == 0
        assert tie(database, Lens.TRUSTED) is not None


def test_an_extracted_claim_cannot_be_withdrawn(command: Run) -> None:
    refused = command("claim", "claim-sanctions", "--withdraw", "--author", "ratna")
    assert (refused.code, "was extracted" in refused.err) == (2, True)
