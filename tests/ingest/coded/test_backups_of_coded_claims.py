"""A graph with claims of data sets, after a backup and a restore, and under ``konstelasi db check``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from cypher.database import Role, Settings, connect
from cypher.engine.client import stop
from cypher.judging.annotations import annotate
from cypher.judging.tie_counts import recount
from cypher.model.graph import Judgement
from cypher.records.load import CodedClaim
from ingest.loading.coded.facts import claim_id
from ingest.loading.coded.load import load_coded
from ingest.loading.load import load
from tests.coded_events import ALMANAC, coded, report, resolved
from tests.conftest import Run
from tests.graphs import EXTRACTIONS
from tests.ingest.coded.test_loading_coded_events import events_of_chance
from tests.news_of_chance import chance
from tests.services import administration
from tests.whole import whole

pytestmark = pytest.mark.slow

KILLED = coded(
    "a",
    "IRN",
    "USA",
    report("a", text="“Ships” met off Huế\t—\n2"),
    fatalities=3,
    intensity=-9.5,
    code="0211",
)
CLAIM = claim_id("almanac", "a", "a")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with news, coded events and a verdict on one of them."""
    folder = tmp_path_factory.mktemp("coded") / "home"
    with connect(Settings(folder), Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        load_coded(database, ALMANAC, [KILLED, *events_of_chance(chance(3), 60)], resolve=resolved)
        annotate(database, CLAIM, Judgement.REJECTED, author="ratna", note="old")
    yield folder
    stop(folder)


@pytest.fixture
def run(command: Run) -> Run:
    """Run ``konstelasi db`` with the words given."""
    return partial(command, "db")


@pytest.fixture
def restored(run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Another data folder, into which a backup of `home` was restored."""
    saved, other = tmp_path / "graph.zip", tmp_path / "other"
    assert run("backup", str(saved)).code == 0
    monkeypatch.setenv("KONSTELASI_HOME", str(other))
    assert run("restore", str(saved)).code == 0
    yield other
    stop(other)


def test_all_properties_and_counts_come_back(home: Path, restored: Path) -> None:
    with connect(Settings(home), Role.ANALYST) as first, connect(Settings(restored), Role.ANALYST) as second:
        before, after = whole(first, frozenset()), whole(second, frozenset())
        assert after == before
        assert sum('"fingerprint"' in row for row in after) > 60
        (known,) = second.rows(CodedClaim, "load/coded_claims", ids=[CLAIM])
        assert known.fingerprint
        counted = recount(second)
        assert counted.ties
        assert counted.mended == 0


def test_the_same_files_add_nothing_to_a_restored_graph(restored: Path) -> None:
    with connect(Settings(restored), Role.ANALYST) as database:
        before = whole(database)
        events = [KILLED, *events_of_chance(chance(3), 60)]
        done = load_coded(database, ALMANAC, events, resolve=resolved)
        assert (done.new, done.changed) == (0, 0)
        assert whole(database) == before


def test_a_check_counts_coded_claims_and_mends_the_counts_of_their_ties(run: Run, home: Path) -> None:
    checked = run("check", "--json").answer()
    with connect(Settings(home), Role.ANALYST) as database:
        before = whole(database)
    assert checked["nodes"]["Claim"] == sum('"label": "Claim"' in row for row in before)
    assert (checked["writable"], checked["missing"]) == (True, [])
    with administration(Settings(home)) as connection:
        spoilt = "MATCH (t:Tie) SET t.rejected = 77 RETURN count(t) AS ties"
        ((ties,),) = connection.run("spoil", spoilt, {}, write=True).rows
    mended = run("check", "--json").answer()
    assert mended["counts"] == {"ties": ties, "mended": ties}
    with connect(Settings(home), Role.ANALYST) as database:
        after = whole(database)
    assert all('"rejected": 77' not in row for row in after)
    assert len(after) == len(before)
    again = run("check", "--json").answer()
    assert (again["counts"]["mended"], again["redrawn"]) == (0, checked["redrawn"])
