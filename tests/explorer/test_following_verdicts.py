"""After verdicts, a picture is what reading all its ties again gives, whoever judged, and by fewer reads."""

from __future__ import annotations

import inspect
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
import streamlit as st

from cypher.bolt import timing
from cypher.catalog.catalog import statement
from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from cypher.judging.annotations import Recode, annotate, judge, take_back
from cypher.model.graph import Judgement, Sign
from explorer.reads import counted_ties, picture, verdicts
from explorer.reads.connections import UNJUDGED, forget_version
from explorer.reads.picture import Picture
from explorer.view.filters import Filters
from explorer.view.state import Centre, Rank, View
from ingest.loading.load import load
from tests.cypher.results import column
from tests.made_up_events import a_year
from tests.services import variables_of

pytestmark = pytest.mark.slow

LENSES = ("trusted", "not_rejected", "all", "mine:ann")
GRAPH_READS = {"explore/counted_neighbours", "explore/counted_ties_among"}


@pytest.fixture
def year(engine_settings: object, database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Each database in turn with a year of events, as the app reads it."""
    for name, value in variables_of(engine_settings).items():  # type: ignore[arg-type]
        monkeypatch.setenv(name, value)
    st.cache_data.clear()
    st.cache_resource.clear()
    load(database, a_year(400, 16))
    yield database
    st.cache_resource.clear()


def views(database: Database) -> list[View]:
    """Views of hubs with few and many ties, by each rank, and with filters that verdicts change."""
    first, second = _hub(database), database.read("explore/newest_dyads").rows[20][1]
    around = [Centre(first, limit=5), Centre(second, limit=200)]
    return [
        View(tuple(around)),
        *(View((Centre(first, limit=4, rank=rank),)) for rank in Rank),
        View((around[0],), filters=Filters(signs=(Sign.CONFLICT,))),
        View((around[1],), filters=Filters(verdicts=("verified",), voices=2)),
        View(),
    ]


def _hub(database: Database) -> str:
    return str(database.read("explore/newest_dyads").rows[0][0])


def in_order(drawn: Picture) -> tuple[object, ...]:
    """A picture with the order of its parts, which places of nodes follow."""
    graphs = (drawn.graph, drawn.ties, drawn.relations)
    return drawn, [(tuple(each.nodes), tuple(each.edges)) for each in graphs], tuple(drawn.anchors)


def read_anew(view: View, lens: str) -> Picture:
    """The picture from reads that follow no verdict."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_neighbours_read", "_ties_read"):
            patch.setattr(counted_ties, name, lambda *_seen: {})
        kept: Callable[..., Picture] = inspect.unwrap(picture._kept)
        return kept(view, lens, "en", ("anew",), ())


class Analysts:
    """People who judge at random, in this process and in others."""

    def __init__(self, database: Database, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - dice of a test
        self.database = database
        near = database.read("explore/neighbours", entity=_hub(database), limit=12)
        self.ties = [*column(near, "tie"), *column(database.read("check/ties", limit=20), "tie")]
        behind = (database.read("explore/evidence", tie=tie, lens="all", limit=4) for tie in self.ties[:6])
        self.subjects = self.ties + [claim for table in behind for claim in column(table, "claim")]
        self.batches: list[str] = []

    def act(self) -> None:
        """Judge ties and claims, recode or undo; sometimes where this process does not learn of it.

        A tie whose claims were all recoded has none to judge.
        """
        with suppress(UsageError):
            self._act()
        forget_version()

    def _act(self) -> None:
        subjects = self.dice.sample(self.subjects, self.dice.choice((1, 1, 1, 2, 4)))
        verdict = self.dice.choice((Judgement.VERIFIED, Judgement.REJECTED, Judgement.UNSURE))
        kind = self.dice.random()
        if kind < 0.15:
            annotate(self.database, subjects, verdict, author="far away")
        elif kind < 0.25:
            recode = Recode(type=self.dice.choice(("AID", "ACCUSE")))
            self._judge(subjects[:1], Judgement.VERIFIED, recode)
        elif kind < 0.4 and self.batches:
            batch = self.batches.pop()
            self.batches.append(verdicts.judged(lambda: take_back(self.database, batch, author="ann")))
        else:
            self._judge(subjects, verdict, None)

    def _judge(self, subjects: list[str], verdict: Judgement, recode: Recode | None) -> None:
        batch = verdicts.judged(lambda: judge(self.database, subjects, verdict, author="ann", recode=recode))
        self.batches.append(batch)


@pytest.mark.parametrize("seed", [1, 2])
def test_pictures_are_exact_after_any_verdicts(year: Database, seed: int) -> None:
    analysts, shown = Analysts(year, seed), views(year)
    for step in range(30):
        for view in shown if step % 10 == 9 else analysts.dice.sample(shown, 3):
            lens = analysts.dice.choice(LENSES)
            drawn = picture.picture(view, lens)
            assert in_order(drawn) == in_order(read_anew(view, lens)), (step, view, lens)
        analysts.act()


def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(timing, "_listeners", [lambda name, _seconds, _failure: names.append(name)])
    return names


def verified(database: Database, tie: str) -> None:
    verdicts.judged(lambda: judge(database, tie, Judgement.VERIFIED, author="ann"))
    forget_version()


def test_own_verdicts_read_only_the_judged_ties_anew(year: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    view = replace(views(year)[0])
    drawn = picture.picture(view, "trusted")
    for tie in list(drawn.ties.edges)[:3]:
        verified(year, tie)
        asked = statements(monkeypatch)
        now = picture.picture(view, "trusted")
        assert now.ties.edges[tie].version > drawn.ties.edges[tie].version
        assert GRAPH_READS.isdisjoint(asked)
        assert set(asked) <= {"explore/counts", "explore/counted_ties", "explore/tie_dates"}
        drawn = now


def test_verdicts_of_others_have_all_ties_read_anew(year: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    view = views(year)[0]
    first, second, *_ = picture.picture(view, "trusted").ties.edges
    verified(year, first)
    annotate(year, second, Judgement.VERIFIED, author="far away")
    forget_version()
    asked = statements(monkeypatch)
    now = picture.picture(view, "trusted")
    assert set(asked) >= GRAPH_READS
    assert now.ties.edges[second].verdict == "verified"


def test_a_refused_verdict_is_not_taken_for_one(year: Database) -> None:
    view = views(year)[0]
    tie = next(iter(picture.picture(view, "trusted").ties.edges))
    with pytest.raises(KonstelasiError):
        verdicts.judged(lambda: judge(year, "no such tie", Judgement.VERIFIED, author="ann"))
    annotate(year, tie, Judgement.VERIFIED, author="far away")
    forget_version()
    assert picture.picture(view, "trusted").ties.edges[tie].verdict == "verified"


@pytest.mark.parametrize("name", sorted(UNJUDGED))
def test_what_is_kept_over_verdicts_does_not_depend_on_them(year: Database, name: str) -> None:
    entity = views(year)[0].centres[0].entity
    offered = {"entity": entity, "entities": [entity], "level": "state"}
    asked = {each.name: offered[each.name] for each in statement(name).parameters if each.name in offered}
    before = year.read(name, **asked).rows
    analysts = Analysts(year, 3)
    for _ in range(5):
        analysts.act()
    assert year.read(name, **asked).rows == before
    assert before
