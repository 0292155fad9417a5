"""What the news does not date has no date: the day of publication is a bound, from which no order follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.judging.annotations import annotate
from cypher.judging.recoding import Recode
from cypher.judging.undating import REASON, undate
from cypher.model.graph import DatePrecision, EventStatus, Extraction, Judgement, Sign
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.cypher.results import column
from tests.graphs import tie_id
from tests.services import administration

NAMES = {"Iran": "IRN", "Israel": "ISR", "Qatar": "QAT", "Indonesia": "IDN", "Afghanistan": "AFG"}


def told(published_on: str, *states: Stated) -> Extraction:
    """An article in which each sentence is one claim."""
    lines = [
        Line(
            f"{stated.name}: {', '.join(NAMES)} {stated.trigger}.",
            dict(zip(NAMES, NAMES.values(), strict=True)),
            (stated,),
        )
        for stated in states
    ]
    return article(f"news of {states[0].name}", "en", "Daily Record", published_on, tuple(lines))


def act(name: str, pair: tuple[str, str], kind: str, date: str | None = None, **rest: object) -> Stated:
    return Stated(name, "acted", (pair[0],), (pair[1],), kind, date=date, **rest)  # type: ignore[arg-type]


ALLIES, RIVALS, PARTNERS, OLD = ("IRN", "QAT"), ("IRN", "ISR"), ("QAT", "IDN"), ("IDN", "AFG")
NEWS = (
    told("2023-09-02", act("pact", ALLIES, "COOPERATE", "2023-09-01")),
    told("2024-01-20", act("background-war", ALLIES, "ASSAULT")),
    told("2024-03-05", act("raid", RIVALS, "ASSAULT", "2024-03-01"), act("blame", RIVALS, "ACCUSE")),
    told("2024-02-20", act("plan", PARTNERS, "AID", "2024-03-01", status=EventStatus.PLANNED)),
    told("2024-03-10", act("sometime", PARTNERS, "AID")),
    told("2024-04-02", act("friends", OLD, "COOPERATE", "2024-03-01")),
    told(
        "2024-04-03",
        act("some-year", OLD, "ASSAULT", "2024-01-01", precision=DatePrecision.YEAR),
        act("vow", OLD, "AID"),
    ),
)


@pytest.fixture(scope="module")
def news(emptied: Settings) -> Iterator[Database]:
    """Each database in turn, holding the news above, open for a reader."""
    with connect(emptied, Role.ANALYST) as database:
        load(database, NEWS)
    with connect(emptied, Role.READER) as database:
        yield database


def dates_of(database: Database, pair: tuple[str, str]) -> dict[str, tuple[object, object]]:
    found = database.read("saved/bilateral/events", first=pair[0], second=pair[1])
    return {kind: (date, bound) for kind, date, bound in column(found, "event_type", "date", "not_after")}


def test_an_undated_event_has_only_the_bound_of_its_report(news: Database) -> None:
    assert dates_of(news, RIVALS) == {"ASSAULT": ("2024-03-01", None), "ACCUSE": (None, "2024-03-05")}
    (claim,) = [
        row
        for row in news.read("explore/evidence", tie=tie_id("IRN", "ISR", Sign.CONFLICT)).records()
        if row["event_type"] == "ACCUSE"
    ]
    assert (claim["date"], claim["date_precision"], claim["not_after"]) == (None, "unknown", "2024-03-05")


def test_a_planned_event_without_a_date_has_no_bound_either(database: Database) -> None:
    load(database, [told("2024-02-20", act("intent", PARTNERS, "AID", status=EventStatus.PLANNED))])
    assert dates_of(database, PARTNERS) == {"AID": (None, None)}


def test_a_tie_has_the_dates_of_the_news_and_the_bound_apart(news: Database) -> None:
    wanted = [tie_id("IRN", "ISR", Sign.CONFLICT), tie_id("IRN", "QAT", Sign.CONFLICT)]
    for name in ("explore/ties", "explore/counted_ties"):
        rows = {row["tie"]: row for row in news.read(name, ids=wanted).records()}
        assert [
            (rows[tie]["first_date"], rows[tie]["last_date"], rows[tie]["not_after"]) for tie in wanted
        ] == [("2024-03-01", "2024-03-01", "2024-03-05"), (None, None, "2024-01-20")]


def test_what_is_known_to_the_year_is_given_as_a_year(news: Database) -> None:
    assert dates_of(news, OLD)["ASSAULT"] == ("2024", None)
    (row,) = news.read("explore/ties", ids=[tie_id(*OLD, Sign.CONFLICT)]).records()
    assert (row["first_date"], row["last_date"]) == ("2024", "2024")


def test_neither_a_report_nor_a_year_turns_partners_into_adversaries(news: Database) -> None:
    assert news.read("saved/conflict/turned").rows == ()


def test_a_dated_conflict_after_the_pact_does(database: Database) -> None:
    load(database, [NEWS[0], told("2024-01-20", act("war", ALLIES, "ASSAULT", "2024-01-19"))])
    assert column(database.read("saved/conflict/turned"), "last_cooperation", "last_conflict") == [
        ("2023-09-01", "2024-01-19")
    ]


def test_a_report_without_a_date_fulfils_no_plan_but_is_counted(news: Database) -> None:
    found = news.read("saved/coverage/unconfirmed_plans")
    assert column(found, "date", "event_type", "undated_reports") == [("2024-03-01", "AID", 1)]


def test_a_dated_event_fulfils_the_plan(database: Database) -> None:
    load(database, [*NEWS, told("2024-03-11", act("delivered", PARTNERS, "AID", "2024-03-09"))])
    assert database.read("saved/coverage/unconfirmed_plans").rows == ()


def test_only_dated_voices_rise(news: Database) -> None:
    found = news.read("saved/escalation/rising", turn="2024-01-15", level="actor")
    assert column(found, "pair", "before", "after", "undated") == [("Iran → Israel", 0, 1, 1)]
    assert column(news.read("saved/escalation/rising", turn="2024-01-01", level="actor"), "pair") == [
        "Indonesia → Afghanistan",
        "Iran → Israel",
    ]


def test_the_tempo_has_only_days_and_the_history_months_that_the_news_gives(news: Database) -> None:
    pair = {"first": RIVALS[0], "second": RIVALS[1]}
    assert column(news.read("saved/escalation/tempo", **pair), "day", "events") == [("2024-03-01", 1)]
    assert column(news.read("saved/bilateral/history", **pair), "month", "claims") == [("2024-03", 1)]
    assert column(news.read("saved/bilateral/history", first="IRN", second="QAT"), "month") == ["2023-09"]
    assert column(news.read("saved/escalation/tempo", first="IDN", second="AFG"), "day") == ["2024-03-01"]
    assert column(news.read("saved/conflict/escalation"), "month", "events") == [("2024-03", 1)]


@pytest.mark.parametrize(
    ("since", "until", "seen"),
    [
        ("2024-01-01", "2024-01-31", True),
        ("2024-01-21", None, False),
        (None, "2024-01-19", False),
        ("2024-01-20", "2024-01-20", True),
    ],
)
def test_a_period_has_undated_events_of_the_reports_in_it(
    news: Database, since: str | None, until: str | None, seen: bool
) -> None:
    found = news.read("saved/bilateral/ties", first="IRN", second="QAT", since=since, until=until)
    assert ("conflict" in column(found, "sign")) is seen


def test_a_period_within_a_year_has_what_is_dated_to_that_year(news: Database) -> None:
    pair = {"first": OLD[0], "second": OLD[1], "event_types": ["ASSAULT"]}
    inside = news.read("saved/bilateral/events", **pair, since="2024-06-01", until="2024-06-30")
    assert column(inside, "date") == ["2024"]
    assert news.read("saved/bilateral/events", **pair, since="2025-01-01").rows == ()
    assert news.read("saved/bilateral/events", **pair, until="2023-12-31").rows == ()


def test_new_ties_are_those_first_reported(news: Database) -> None:
    found = news.read("saved/bilateral/new_ties", since="2024-01-01", level="actor")
    assert tie_id("IRN", "QAT", Sign.CONFLICT) in column(found, "tie")
    assert tie_id("IRN", "QAT", Sign.COOPERATION) not in column(found, "tie")


def test_a_date_from_another_report_of_the_day_stays_only_while_one_gives_it(database: Database) -> None:
    dated = act("dated", RIVALS, "ASSAULT", "2024-03-05")
    undated = told("2024-03-05", act("undated", RIVALS, "ASSAULT"))
    event = told("2024-03-05", dated).claims[0].asserts.id

    def same(extraction: Extraction) -> Extraction:
        return replace(
            extraction,
            claims=tuple(
                replace(claim, asserts=replace(claim.asserts, id=event)) for claim in extraction.claims
            ),
        )

    load(database, [told("2024-03-05", dated), same(undated)])
    found = database.read("explore/event", event=event).records()[0]
    assert (found["date"], found["date_precision"], found["not_after"]) == ("2024-03-05", "day", None)
    load(database, [same(told("2024-03-05", act("dated", RIVALS, "ASSAULT")))])
    found = database.read("explore/event", event=event).records()[0]
    assert (found["date"], found["date_precision"], found["not_after"]) == (None, "unknown", "2024-03-05")


def test_a_claim_that_is_recoded_and_back_keeps_its_bound(database: Database) -> None:
    load(database, NEWS)
    claim = "claim-background-war"
    batch = annotate(database, claim, Judgement.VERIFIED, author="ann", recode=Recode(type="COERCE"))
    assert dates_of(database, ALLIES)["COERCE"] == (None, "2024-01-20")
    plan = Recode(type="COERCE", status=EventStatus.PLANNED)
    annotate(database, claim, Judgement.VERIFIED, author="ann", recode=plan)
    assert dates_of(database, ALLIES)["COERCE"] == (None, None)
    assert batch
    annotate(database, claim, Judgement.NONE, author="ann")
    assert dates_of(database, ALLIES)["ASSAULT"] == (None, "2024-01-20")


OLDER = """
    MATCH (claim:Claim)-[:ASSERTS]->(assertion)
    MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
    WITH claim, assertion, document, assertion.not_after AS bound
    SET claim.date = coalesce(assertion.date, document.published_on),
        claim.reasons = CASE WHEN bound IS NULL THEN claim.reasons ELSE claim.reasons + $reason END,
        assertion.date = coalesce(assertion.date, bound),
        assertion.date_precision = CASE WHEN bound IS NULL THEN assertion.date_precision ELSE 'week' END
    REMOVE claim.placed_from, claim.placed_until, claim.not_after, assertion.not_after
    RETURN count(claim)
"""
"""How an older version dated what the news did not date."""


def test_an_older_graph_loses_its_false_dates_and_nothing_else(database: Database) -> None:
    load(database, NEWS)
    wanted = _moments(database)
    with administration(database._settings) as connection:
        connection.run("aging", OLDER, {"reason": REASON}, write=True)
    assert _moments(database) != wanted
    assert undate(database) > 0
    assert _moments(database) == wanted
    assert undate(database) == 0


def _moments(database: Database) -> list[object]:
    claims = database.read_text(
        """MATCH (claim:Claim)-[:ASSERTS]->(event)
        RETURN claim.id, claim.date, claim.not_after, claim.placed_from, claim.placed_until,
               event.date, event.date_precision, event.not_after
        ORDER BY claim.id"""
    )
    ties = database.read_text(
        "MATCH (tie:Tie) RETURN tie.id, tie.first_dates, tie.last_dates, tie.bounds ORDER BY tie.id"
    )
    return [*claims.rows, *ties.rows]


@pytest.mark.parametrize(
    ("pair", "left_out"), [(OLD, (1, 1)), (OLD[::-1], (1, 1)), (RIVALS, (1, 0)), (("IDN", "ISR"), (0, 0))]
)
def test_what_a_curve_leaves_out_is_counted(
    news: Database, pair: tuple[str, str], left_out: tuple[int, int]
) -> None:
    first, second = pair
    found = news.read("explore/not_on_curve_between", first=first, second=second, lens="all")
    assert column(found, "undated", "of_year") == [left_out]


def test_the_curve_and_what_it_leaves_out_are_all_claims_of_an_actor(news: Database) -> None:
    for entity in NAMES.values():
        asked = {"entity": entity, "lens": "all"}
        drawn = sum(column(news.read("saved/people/history", **asked), "claims"))
        ((undated, of_year),) = column(news.read("explore/not_on_curve_of", **asked), "undated", "of_year")
        assert drawn + undated + of_year == len(column(news.read("explore/evidence_of", **asked), "claim"))
