"""Alerts on both databases: one item for each subject, nothing twice, nothing lost, hidden cases silent."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import pytest

from cypher.alerts.collecting import is_due, look
from cypher.alerts.items import Alert, alert_of
from cypher.alerts.outbox import FIRST_PAUSE, LONGEST_PAUSE, failed, keep_test, newest, sent, waiting
from cypher.alerts.rules import FEED, MOST_RULES, Pace, Rule, end_rule, keep_rule, rules
from cypher.alerts.words import alert_words
from cypher.cases.items import CaseItem, CaseKind
from cypher.cases.reading import UnknownCaseError
from cypher.cases.saving import begin, set_members, set_members_only
from cypher.database import Database, Settings
from cypher.desk.watching import keep_watch
from cypher.errors import KonstelasiError, UsageError
from cypher.model.graph import RelationType, Sign
from cypher.model.ontology import LANGUAGES
from tests.arrived import FIRST, OVERNIGHT, SECOND, VISIT, load_at
from tests.conftest import empty
from tests.graphs import EXTRACTIONS

AFTER = datetime.fromisoformat(SECOND) + timedelta(minutes=1)
PAIR = ("saved/bilateral/history", {"first": "IRN", "second": "USA"})
FIELDS = re.compile(r"\{\w+\}")
OTHER_WATCH = ("saved/bilateral/events", {"first": "USA", "second": "IRN"})


def ruled(
    database: Database, case: str = "", at: str = VISIT, author: str = "ana", language: str = "en"
) -> Rule:
    """A rule of `author` that has looked until a moment."""
    keep_rule(database, author, FEED, Pace.AT_ONCE, case, language=language)
    rule = rules(database, author)[-1]
    database.write("alerts/advance", id=rule.id, turn=rule.turn, through=at, covered=[])
    return next(each for each in rules(database, author) if each.id == rule.id)


def again(database: Database, rule: Rule) -> Rule:
    return next(each for each in rules(database) if each.id == rule.id)


def alerts(database: Database, rule: Rule) -> list[Alert]:
    return [each.alert for each in newest(database, rule.id)]


def before(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    load_at(database, FIRST, EXTRACTIONS, monkeypatch)


def overnight(database: Database, monkeypatch: pytest.MonkeyPatch, at: str = SECOND) -> None:
    load_at(database, at, OVERNIGHT, monkeypatch)


def test_several_watches_of_a_pair_become_one_alert(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(database, monkeypatch)
    for query, parameters in (PAIR, OTHER_WATCH):
        keep_watch(database, "ana", query, parameters)
    rule = ruled(database)
    overnight(database, monkeypatch)
    assert look(database, rule, AFTER) == 1
    (alert,) = alerts(database, rule)
    assert set(alert.entities) == {"IRN", "USA"}
    assert alert.title in {"Iran ↔ United States", "United States ↔ Iran"}
    assert len(alert.watches) == 2
    assert alert.claims == sum(alert.types.values()) == 3
    assert set(alert.types) == {"AGREE", "COOPERATE", "SUPPORT"}
    assert alert.reversed, "conflict turned into cooperation"
    assert {quote.publisher for quote in alert.quotes} == {"Daily Record", "Gulf Courier", "Evening Mirror"}
    assert all(quote.sentence and quote.document for quote in alert.quotes)


def test_alerts_are_written_in_the_language_of_their_rule(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(database, monkeypatch)
    keep_watch(database, "ana", *PAIR)
    rule = ruled(database, language="id")
    assert rule.language == "id"
    overnight(database, monkeypatch)
    assert look(database, rule, AFTER) == 1
    (alert,) = alerts(database, rule)
    assert alert.language == "id"
    assert alert.title in {"Iran ↔ Amerika Serikat", "Amerika Serikat ↔ Iran"}
    assert alert.watches[0].startswith("Hubungan dua pihak dari waktu ke waktu: ")
    assert any("Amerika Serikat" in line and line.endswith(": kerja sama") for line in alert.reversed)
    assert set(alert.types) == {"AGREE", "COOPERATE", "SUPPORT"}
    keep_test(database, rule.id, rule.language)
    assert "Uji coba peringatan" in {each.title for each in alerts(database, rule)}


def test_a_rule_of_an_older_version_is_english(engine_settings: Settings, database: Database) -> None:
    rule = ruled(database, language="id")
    empty(engine_settings, "MATCH (rule:AlertRule) REMOVE rule.language")
    assert again(database, rule).language == "en"


def test_a_language_that_alerts_do_not_speak_is_refused(database: Database) -> None:
    with pytest.raises(UsageError, match="en, id"):
        keep_rule(database, "ana", FEED, Pace.DAILY, language="es")


def test_every_language_has_words_for_all_that_an_alert_may_say() -> None:
    codes = {*map(str, RelationType), *map(str, Sign)}
    for language in LANGUAGES:
        words = alert_words(language)
        assert set(words.ties) == codes
        for name, value in asdict(words).items():
            assert value, name
        assert set(FIELDS.findall(str(asdict(words)))) == set(FIELDS.findall(str(asdict(alert_words("en")))))
    assert alert_words("es") == alert_words("en")


def test_the_same_arrival_is_never_told_twice(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    before(database, monkeypatch)
    keep_watch(database, "ana", *PAIR)
    rule = ruled(database)
    overnight(database, monkeypatch)
    assert look(database, rule, AFTER) == 1
    assert look(database, again(database, rule), AFTER + timedelta(seconds=1)) == 0
    assert look(database, again(database, rule), AFTER + timedelta(hours=1)) == 0
    assert look(database, rule, AFTER) == 0, "a process that had read the rule before"
    assert len(alerts(database, rule)) == 1


def test_what_was_committed_late_with_an_earlier_moment_is_not_lost(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(database, monkeypatch)
    keep_watch(database, "ana", *PAIR)
    rule = ruled(database)
    load_at(database, SECOND, OVERNIGHT[:2], monkeypatch)
    look(database, rule, AFTER)
    late = (AFTER - timedelta(minutes=3)).isoformat(timespec="seconds")
    load_at(database, late, OVERNIGHT[2:3], monkeypatch)
    assert look(database, again(database, rule), AFTER + timedelta(minutes=1)) == 1
    latest = next(each for each in alerts(database, rule) if each.claims == 1)
    assert latest.quotes[0].publisher == "Evening Mirror"


def test_a_case_tells_of_its_entities_and_pairs_and_of_nothing_else(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(database, monkeypatch)
    items = [
        CaseItem(CaseKind.ENTITY, "Qatar", {"page": "actors"}, ("QAT",)).added("ana"),
        CaseItem(CaseKind.PAIR, "x", {"page": "actors"}, ("IRN", "USA")).added("ana"),
        CaseItem(CaseKind.VIEW, "x", {"page": "network"}).added("ana"),
    ]
    case = begin(database, "Gulf", "ana", items).case
    rule = ruled(database, case)
    overnight(database, monkeypatch)
    assert look(database, rule, AFTER) == 2
    assert {each.entities for each in alerts(database, rule)} == {("QAT",), ("IRN", "USA")}
    assert {each.watches for each in alerts(database, rule)} == {("Gulf",)}


def test_who_is_no_member_any_more_gets_no_alerts_of_the_case(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(database, monkeypatch)
    item = CaseItem(CaseKind.ENTITY, "Iran", {"page": "actors"}, ("IRN",)).added("ana")
    case = begin(database, "Gulf", "ana", [item]).case
    set_members(database, case, "ana", add=["budi"])
    rule = ruled(database, case, author="budi")
    set_members(database, case, "ana", remove=["budi"])
    set_members_only(database, case, "ana", members_only=True)
    overnight(database, monkeypatch)
    with pytest.raises(UnknownCaseError):
        look(database, rule, AFTER)
    assert alerts(database, rule) == []
    with pytest.raises(UnknownCaseError):
        keep_rule(database, "cici", FEED, Pace.DAILY, case)


def test_failures_wait_longer_each_time_and_are_kept_with_their_reason(database: Database) -> None:
    rule = ruled(database)
    keep_test(database, rule.id)
    now = datetime.now(UTC)
    for turn in range(12):
        (each,) = waiting(database, rule.id, now)
        assert each.attempts == turn
        failed(database, each, "the receiver said no", now)
        assert not waiting(database, rule.id, now + FIRST_PAUSE / 2)
        now += LONGEST_PAUSE
    (each,) = waiting(database, rule.id, now)
    assert (each.failure, each.sent_at) == ("the receiver said no", "")
    sent(database, each)
    assert not waiting(database, rule.id, now + LONGEST_PAUSE)
    (each,) = newest(database, rule.id)
    assert each.sent_at
    assert not each.failure


def test_rules_belong_to_their_author(database: Database) -> None:
    mine, theirs = ruled(database), ruled(database, author="budi")
    keep_test(database, mine.id)
    end_rule(database, "budi", mine.id)
    assert len(newest(database, mine.id)) == 1
    end_rule(database, "ana", mine.id)
    assert [each.id for each in rules(database)] == [theirs.id]
    assert not newest(database, mine.id)
    for _ in range(MOST_RULES - 1):
        keep_rule(database, "budi", FEED, Pace.DAILY)
    with pytest.raises(UsageError, match="at most"):
        keep_rule(database, "budi", FEED, Pace.DAILY)
    with pytest.raises(UsageError, match="name"):
        keep_rule(database, " ", FEED, Pace.DAILY)


def test_a_daily_rule_looks_once_a_day() -> None:
    through = datetime(2026, 3, 1, tzinfo=UTC)
    rule = Rule("r", "ana", "", Pace.DAILY, FEED, "trusted", "state", through.isoformat())
    assert not is_due(rule, through + timedelta(hours=23))
    assert is_due(rule, through + timedelta(hours=24))


def test_an_alert_that_cannot_be_read_is_refused() -> None:
    for content in ("", "[]", "{}", '{"id": 1}'):
        with pytest.raises(KonstelasiError):
            alert_of(content)
