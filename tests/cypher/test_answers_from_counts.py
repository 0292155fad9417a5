"""Saved queries that rank by the counts of ties say what all claims say, and what Python counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Any

import pytest

from cypher.catalog.catalog import catalog
from cypher.database import Database
from cypher.model.graph import Level
from cypher.model.ontology import event_types

pytestmark = pytest.mark.slow

LENSES = ("trusted", "all", "not_rejected", "mine:ann")
TURN = "2023-10-08"
EVER = "9999-12-31"
"""A day by which everything was known: with it, a query reads all claims."""

Claims = list[dict[str, Any]]
Rows = list[dict[str, Any]]

OPTIONAL = {
    name: {each.name for each in query.parameters if not each.required} for name, query in catalog().items()
}
"""The parameters without which a query can be asked."""

BEHIND_TIES = """
MATCH (claim:Claim)-[:ASSERTS]->(assertion)-[:FORMS]->(tie:Tie)
RETURN claim.id AS claim, claim.voice AS voice, claim.event_type AS type, claim.lenses AS lenses,
       claim.date AS date, claim.placed_from AS placed_from, claim.placed_until AS placed_until,
       assertion.quad AS quad, assertion.event_type AS event_type, assertion.intensity AS intensity,
       tie.id AS tie, tie.actor AS actor, tie.recipient AS recipient, tie.level AS level, tie.sign AS sign,
       tie.directed AS directed
"""


PAIRS: tuple[dict[str, object], ...] = (
    {"first": "ISR", "second": "IRN"},
    {"first": "QAT", "second": "ISR", "limit": 2},
    {"first": "muttaqi", "second": "amir-abdollahian"},
    {"first": "muttaqi", "second": "amir-abdollahian", "limit": 2},
)
CASES: tuple[tuple[str, dict[str, object]], ...] = (
    ("saved/brokers/structural_holes", {}),
    ("saved/brokers/structural_holes", {"candidates": 2, "limit": 1}),
    ("saved/people/central", {}),
    ("saved/people/central", {"limit": 2}),
    ("saved/people/central", {"kinds": ["country"], "limit": 2}),
    ("saved/bilateral/matrix", {}),
    ("saved/bilateral/matrix", {"limit": 3}),
    ("saved/bilateral/matrix", {"event_types": ["CONSULT", "AID"], "limit": 4}),
    ("saved/bilateral/matrix", {"sign": "conflict", "limit": 2}),
    ("saved/conflict/turned", {}),
    ("saved/conflict/turned", {"since": "2023-10-08", "limit": 2}),
    ("saved/conflict/reconciled", {}),
    ("saved/conflict/reconciled", {"limit": 2}),
    ("saved/conflict/reconciled", {"least": 2, "limit": 3}),
    ("saved/bilateral/acted_together", {}),
    ("saved/bilateral/acted_together", {"event_types": ["ASSAULT", "ACCUSE"], "limit": 2}),
    ("saved/conflict/fronts", {}),
    ("saved/conflict/fronts", {"limit": 2}),
    ("saved/cooperation/partners", {}),
    ("saved/cooperation/partners", {"limit": 2}),
    ("saved/escalation/rising", {"turn": TURN}),
    ("saved/escalation/rising", {"turn": "2022-05-01", "limit": 1}),
    ("saved/mediation/adversaries", {}),
    ("saved/mediation/adversaries", {"limit": 1}),
    ("saved/communities/over_time", {"by": "quarter", "members": 2}),
    ("saved/communities/over_time", {"by": "year", "members": 2}),
    ("saved/communities/over_time", {"by": "month", "members": 2, "pairs": 12}),
    ("saved/bilateral/new_ties", {"since": "2023-10-08"}),
    ("saved/bilateral/new_ties", {"since": "2023-10-08", "limit": 2}),
    ("saved/bilateral/new_ties", {"since": "2024-01-01", "sign": "conflict", "limit": 1}),
    ("saved/coverage/single_publisher", {}),
    ("saved/coverage/single_publisher", {"limit": 1}),
    *(("saved/bilateral/common_neighbours", pair) for pair in PAIRS),
    *(("saved/bilateral/shortest_path", pair) for pair in PAIRS),
    *(("saved/mediation/between", pair) for pair in PAIRS),
)


@pytest.mark.parametrize(("name", "asked"), CASES)
def test_without_a_period_they_say_what_all_claims_say(
    judged: Database, name: str, asked: dict[str, object]
) -> None:
    answered = 0
    has_level = any(each.name == "level" for each in catalog()[name].parameters)
    for lens in LENSES:
        for level in Level if has_level else (None,):
            stored = _rows(judged, name, lens, level, **asked)
            assert stored == _rows(judged, name, lens, level, **asked, known_by=EVER), (lens, level)
            for end in ({"until": EVER}, {"since": "0001-01-01"}):
                if end.keys() <= OPTIONAL[name] - asked.keys():
                    assert stored == _rows(judged, name, lens, level, **asked, **end), (lens, level, end)
            answered += len(stored)
    assert answered


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("level", ["actor", "state"])
def test_they_say_what_python_counts(judged: Database, lens: str, level: str) -> None:
    claims = [
        each
        for each in judged.read_text(BEHIND_TIES, row_cap=100_000).records()
        if each["level"] == level and lens in each["lenses"]
    ]
    for name, count in COUNTED_BY_PYTHON.items():
        asked: dict[str, object] = {"turn": TURN} if name == "saved/escalation/rising" else {}
        found = _rows(judged, name, lens, Level(level), **asked)
        expected = count(claims)
        told = [{key: row[key] for key in expected[0]} for row in found] if expected else found
        assert told == expected, name


def test_some_answers_need_no_claims_and_others_do(judged: Database) -> None:
    ties = judged.read_text(
        "MATCH (tie:Tie) UNWIND range(0, size(tie.lenses) - 1) AS at "
        "RETURN tie.own_voices[at] AS own, tie.voices[at] AS voices",
        row_cap=100_000,
    ).rows
    assert {0 < own < voices for own, voices in ties} == {True, False}
    assert {own == voices for own, voices in ties} == {True, False}


def test_months_are_those_of_the_dates_of_claims(judged: Database) -> None:
    claims = judged.read_text(BEHIND_TIES, row_cap=100_000).records()
    stored = judged.read_text(
        "MATCH (tie:Tie) RETURN tie.id AS tie, tie.lenses AS lenses, tie.months AS months", row_cap=100_000
    ).records()
    found = {(row["tie"], lens): row["months"][at] for row in stored for at, lens in enumerate(row["lenses"])}
    told: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for lens in claim["lenses"]:
            told[claim["tie"], lens].update([claim["date"][:7]] if claim["date"] else ())
    assert {
        tie: ",".join(f"{month} {n}" for month, n in sorted(each.items())) for tie, each in told.items()
    } == found
    assert any(len(each) > 1 for each in told.values())


def test_no_two_ties_of_a_level_have_an_own_voice_in_common(judged: Database) -> None:
    claims = judged.read_text(BEHIND_TIES, row_cap=100_000).records()
    stored = judged.read_text(
        "MATCH (tie:Tie) RETURN tie.id AS tie, tie.lenses AS lenses, tie.own_voices AS own", row_cap=100_000
    ).records()
    for level in Level:
        for lens in LENSES:
            own = {
                row["tie"]: row["own"][row["lenses"].index(lens)] for row in stored if lens in row["lenses"]
            }
            around: defaultdict[str, set[str]] = defaultdict(set)
            for claim in claims:
                if claim["level"] == level.value and lens in claim["lenses"]:
                    around[claim["voice"]].add(claim["tie"])
            alone = Counter(next(iter(ties)) for ties in around.values() if len(ties) == 1)
            assert all(alone[tie] >= own[tie] for tie in alone), (level, lens)


def test_the_types_of_a_quad_are_those_of_the_ontology() -> None:
    for name, quad in (
        ("saved/conflict/fronts", 4),
        ("saved/mediation/adversaries", 4),
        ("saved/cooperation/partners", 2),
    ):
        types = sorted(code for code, kind in event_types().items() if kind.quad.number == quad)
        assert ", ".join(f"'{code}'" for code in types) in catalog()[name].text, name


def _rows(database: Database, name: str, lens: str, level: Level | None, **asked: object) -> Rows:
    """The rows, with what was collected in one order."""
    levels = {"level": level.value} if level else {}
    rows = database.read(name, lens=lens, **levels, **asked).records()
    return [
        {key: sorted(filter(None, value)) if isinstance(value, list) else value for key, value in row.items()}
        for row in rows
    ]


def _by(claims: Iterable[dict[str, Any]], key: Callable[[dict[str, Any]], Any]) -> dict[Any, Claims]:
    groups: defaultdict[Any, Claims] = defaultdict(list)
    for claim in claims:
        groups[key(claim)].append(claim)
    return groups


def _voices(claims: Iterable[dict[str, Any]]) -> int:
    return len({claim["voice"] for claim in claims})


def _ends(claims: Iterable[dict[str, Any]]) -> dict[str, Claims]:
    both = [{**claim, "who": claim[end]} for claim in claims for end in ("actor", "recipient")]
    return _by(both, lambda claim: claim["who"])


def _neighbours(who: str, claims: Claims) -> set[str]:
    return {claim["recipient"] if claim["actor"] == who else claim["actor"] for claim in claims}


def _central(claims: Claims) -> Rows:
    found: Rows = [
        {"entity": who, "neighbours": len(_neighbours(who, told)), "voices": _voices(told)}
        for who, told in _ends(claims).items()
    ]
    return sorted(found, key=lambda row: (-row["neighbours"], -row["voices"], row["entity"]))[:25]


def _holes(claims: Claims) -> Rows:
    around = {who: _neighbours(who, told) for who, told in _ends(claims).items()}
    tied = {frozenset((claim["actor"], claim["recipient"])) for claim in claims}
    found: Rows = []
    for who, near in sorted(around.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:25]:
        pairs = [frozenset(pair) for pair in combinations(near, 2)]
        counted = sum(pair in tied for pair in pairs)
        if len(pairs) > counted:
            found.append(
                {
                    "entity": who,
                    "open_pairs": len(pairs) - counted,
                    "neighbours": len(near),
                    "tied_pairs": counted,
                }
            )
    return sorted(found, key=lambda row: (-row["open_pairs"], -row["neighbours"], row["entity"]))[:15]


def _matrix(claims: Claims) -> Rows:
    ways = [
        {**claim, "pair": pair}
        for claim in claims
        if claim["sign"] != "relation"
        for pair in _ways(claim["actor"], claim["recipient"], claim["directed"])
    ]
    found: Rows = [
        {
            "actor": one,
            "recipient": other,
            "voices": _voices(told),
            "claims": len({claim["claim"] for claim in told}),
            "event_types": sorted({claim["type"] for claim in told}),
            "signs": sorted({claim["sign"] for claim in told}),
        }
        for (one, other), told in _by(ways, lambda claim: claim["pair"]).items()
    ]
    return sorted(found, key=lambda row: (-row["voices"], row["actor"], row["recipient"]))[:150]


def _ways(actor: str, recipient: str, directed: bool) -> Sequence[tuple[str, str]]:
    return ((actor, recipient),) if directed else ((actor, recipient), (recipient, actor))


def _turned(claims: Claims) -> Rows:
    dated = [claim for claim in claims if claim["date"]]
    found: Rows = []
    for (first, second), told in _by(
        dated, lambda claim: tuple(sorted((claim["actor"], claim["recipient"])))
    ).items():
        fought = [claim for claim in told if claim["sign"] == "conflict"]
        worked = [claim for claim in told if claim["sign"] == "cooperation"]
        if not fought or not worked:
            continue
        last = max(claim["date"] for claim in fought)
        if max(claim["placed_until"] for claim in worked) < last:
            found.append(
                {
                    "first": first,
                    "second": second,
                    "last_conflict": last,
                    "last_cooperation": max(claim["date"] for claim in worked),
                    "conflict_voices": _voices(fought),
                    "cooperation_voices": _voices(worked),
                }
            )
    ordered = sorted(found, key=lambda row: (row["first"], row["second"]))
    return sorted(ordered, key=lambda row: row["last_conflict"], reverse=True)[:50]


def _material(quad: int) -> Callable[[Claims], Rows]:
    def count(claims: Claims) -> Rows:
        chosen = [claim for claim in claims if claim["quad"] == quad]
        return [
            {"tie": tie, "claims": len(told), "voices": _voices(told)}
            for tie, told in _by(chosen, lambda claim: claim["tie"]).items()
        ]

    return count


def _rising(claims: Claims) -> Rows:
    found: Rows = []
    for tie, told in _by(claims, lambda claim: claim["tie"]).items():
        dated = [claim for claim in told if claim["date"]]
        before = _voices(claim for claim in dated if claim["placed_until"] < TURN)
        after = _voices(claim for claim in dated if claim["placed_from"] >= TURN)
        if told[0]["sign"] == "conflict" and after > before:
            worst = min(claim["intensity"] for claim in told)
            undated = _voices(claim for claim in told if not claim["date"])
            found.append(
                {
                    "tie": tie,
                    "growth": after - before,
                    "before": before,
                    "after": after,
                    "undated": undated,
                    "worst": worst,
                }
            )
    return sorted(found, key=lambda row: (-row["growth"], row["worst"], row["tie"]))[:30]


def _adversaries(claims: Claims) -> Rows:
    fights = {
        (claim["actor"], claim["recipient"])
        for claim in claims
        if claim["sign"] == "conflict" and claim["quad"] == 4
    }
    talks = _ends(claim for claim in claims if claim["event_type"] == "CONSULT")
    found: Rows = []
    for who, told in talks.items():
        near = _neighbours(who, told)
        between = sum(actor in near and recipient in near for actor, recipient in fights)
        if between:
            found.append({"entity": who, "between": between, "voices": _voices(told)})
    ordered = sorted(found, key=lambda row: (-row["between"], -row["voices"], row["entity"]))[:30]
    return [{"entity": row["entity"], "voices": row["voices"]} for row in ordered]


COUNTED_BY_PYTHON: dict[str, Callable[[Claims], Rows]] = {
    "saved/people/central": _central,
    "saved/brokers/structural_holes": _holes,
    "saved/bilateral/matrix": _matrix,
    "saved/conflict/turned": _turned,
    "saved/escalation/rising": _rising,
    "saved/mediation/adversaries": _adversaries,
}


@pytest.mark.parametrize(("name", "quad"), [("saved/conflict/fronts", 4), ("saved/cooperation/partners", 2)])
def test_material_ties_have_the_voices_that_python_counts(judged: Database, name: str, quad: int) -> None:
    for lens in LENSES:
        claims = [
            each
            for each in judged.read_text(BEHIND_TIES, row_cap=100_000).records()
            if each["level"] == "actor" and lens in each["lenses"]
        ]
        expected = {row["tie"]: row for row in _material(quad)(claims)}
        found = _rows(judged, name, lens, Level.ACTOR)
        assert {row["tie"] for row in found} == set(expected)
        for row in found:
            assert (row["claims"], row["voices"]) == (
                expected[row["tie"]]["claims"],
                expected[row["tie"]]["voices"],
            )
        assert [row["voices"] for row in found] == sorted((row["voices"] for row in found), reverse=True)


@pytest.mark.parametrize("name", ["explore/neighbours", "explore/counted_neighbours"])
@pytest.mark.parametrize("lens", LENSES)
def test_central_neighbours_are_those_with_most_ties(judged: Database, lens: str, name: str) -> None:
    claims = [
        each
        for each in judged.read_text(BEHIND_TIES, row_cap=100_000).records()
        if each["level"] == "state" and lens in each["lenses"]
    ]
    ties = {who: len({claim["tie"] for claim in told}) for who, told in _ends(claims).items()}
    found = _rows(judged, name, lens, Level.STATE, entity="IRN", rank="central", limit=500)
    around = [row["recipient"] if row["actor"] == "IRN" else row["actor"] for row in found]
    assert set(around) == _neighbours("IRN", _ends(claims)["IRN"])
    counted = [ties[who] for who in around]
    assert counted == sorted(counted, reverse=True)
