"""Two entities that are one: every statement shows one, none forgets the other, a split gives it back."""

from __future__ import annotations

from typing import Any

import pytest

from cypher.bolt.cancelling import Cancellation, cancelled_by
from cypher.catalog.catalog import catalog
from cypher.database import Database
from cypher.desk.lifting import lifted
from cypher.errors import StatementCancelledError, UsageError
from cypher.judging.annotations import annotate
from cypher.judging.merging import merge, mergers, split
from cypher.model.graph import Judgement, Sign
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.cypher.results import column, counting, drawn
from tests.graphs import CLAIMS, EXTRACTIONS, tie_id

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
MOVED = tie_id("taliban", "ISR", Sign.CONFLICT)
READS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("explore/search_entities", {"text": "hamas"}),
    ("explore/search_entities", {"text": "taliban"}),
    ("explore/claims_of_entity", {"entity": "hamas", "lens": "all"}),
    ("explore/claims_of_entity", {"entity": "taliban", "lens": "all"}),
    ("explore/evidence", {"tie": ATTACK, "lens": "all"}),
    ("explore/entity", {"entity": "taliban"}),
    ("explore/event", {"event": CLAIMS["truce"].asserts.id}),
)


@pytest.fixture
def graph(database: Database) -> Database:
    """Each database in turn, holding the story, open for an analyst."""
    load(database, EXTRACTIONS)
    return database


def everything(graph: Database) -> list[object]:
    """What the statements show; lists in cells have no order of their own."""
    (counts,) = graph.read("explore/counts").records()
    sizes = tuple(number for label, number in counts.items() if label not in ("mergers", "loads"))
    shown = [drawn(graph, "all").rows, *(graph.read(name, **parameters).rows for name, parameters in READS)]
    return [sizes, *([[_unordered(cell) for cell in row] for row in rows] for rows in shown)]


def _unordered(cell: object) -> object:
    return sorted(cell, key=str) if isinstance(cell, list) else cell


class _SetLater(Cancellation):
    """An event that turns out to be set when it is asked for the last time."""

    def __init__(self, asks: int) -> None:
        super().__init__()
        self.asks = asks

    def is_set(self) -> bool:
        self.asks -= 1
        return self.asks < 0


def test_a_merger_that_is_cancelled_half_way_leaves_everything_as_it_was(graph: Database) -> None:
    before = everything(graph)
    counting = _SetLater(1000)
    with cancelled_by(counting):
        merge(graph, "hamas", "taliban", author="ani")
    split(graph, "hamas", author="ani")
    decided = len(mergers(graph))
    with cancelled_by(_SetLater(999 - counting.asks)), pytest.raises(StatementCancelledError):
        merge(graph, "hamas", "taliban", author="ani")  # everything is written, but not committed
    assert len(mergers(graph)) == decided
    assert everything(graph) == before


def test_one_who_was_merged_counts_for_what_the_other_counts_for(graph: Database) -> None:
    merge(graph, "hamas", "amir-abdollahian", author="ani")
    acts_for = graph.read("explore/entity", entity="amir-abdollahian").records()[0]["acts_for"]
    for level, meant in (("actor", "amir-abdollahian"), ("state", acts_for)):
        found = graph.read("explore/counts_for", entities=["hamas"], level=level)
        assert column(found, "meant") == [meant]


def test_one_who_was_merged_is_not_said_to_count_for_the_other(graph: Database) -> None:
    merge(graph, "hamas", "taliban", author="ani")
    ties = catalog()["saved/bilateral/ties"]
    asked = ties.bind({"first": "hamas", "second": "ISR", "level": "state"})
    assert lifted(counting(graph), ties, asked) == []


def test_a_merged_entity_is_shown_as_the_other_everywhere(graph: Database) -> None:
    merge(graph, "hamas", "taliban", author="ani", note="for the test")
    ties = drawn(graph, "all").records()
    assert "hamas" not in {row[end] for row in ties for end in ("actor", "recipient")}
    assert set(column(graph.read("explore/evidence", tie=MOVED, lens="all"), "claim")) == {
        "claim-attack",
        "claim-attack-copy",
        "claim-blame",
    }
    assert graph.read("explore/evidence", tie=ATTACK, lens="all").rows == ()
    assert column(graph.read("explore/search_entities", text="hamas"), "id") == ["taliban"]
    assert set(column(graph.read("explore/claims_of_entity", entity="taliban", lens="all"), "claim")) >= {
        "claim-truce",
        "claim-talk-hamas",
        "claim-control",
    }
    (quoted,) = graph.read("explore/claim", claim="claim-blame").records()
    assert quoted["attribution"] == "taliban"
    assert "hamas" not in {mention["entity"] for mention in quoted["mentions"]}


def test_a_merger_counts_only_the_ties_that_it_changes(graph: Database) -> None:
    said = Stated("joint-talks", "met", ("hamas", "QAT"), ("ISR",), "CONSULT", date="2024-02-01")
    words = "Hamas and Qatar met Israel in Doha."
    line = Line(words, {"Hamas": "hamas", "Qatar": "QAT", "Israel": "ISR"}, (said,))
    load(graph, [article("joint", "en", "Daily Record", "2024-02-01", (line,))])
    kept, moved = (tie_id(actor, "ISR", Sign.COOPERATION) for actor in ("QAT", "taliban"))
    before = graph.read("explore/ties", ids=[kept], lens="all").rows
    merge(graph, "hamas", "taliban", author="ani")
    assert graph.read("explore/ties", ids=[kept], lens="all").rows == before
    assert "claim-joint-talks" in column(graph.read("explore/evidence", tie=moved, lens="all"), "claim")


def test_a_split_gives_everything_back(graph: Database) -> None:
    before = everything(graph)
    merge(graph, "hamas", "taliban", author="ani")
    assert everything(graph) != before
    split(graph, "hamas", author="budi")
    assert everything(graph) == before
    assert [(each.into, each.author) for each in mergers(graph, "hamas")] == [
        (None, "budi"),
        ("taliban", "ani"),
    ]


def test_a_chain_of_mergers_is_split_link_by_link(graph: Database) -> None:
    before = everything(graph)
    merge(graph, "muttaqi", "taliban", author="ani")
    between = everything(graph)
    merge(graph, "taliban", "hamas", author="ani")
    assert column(graph.read("explore/search_entities", text="muttaqi"), "id") == ["hamas"]
    split(graph, "taliban", author="ani")
    assert everything(graph) == between
    split(graph, "muttaqi", author="ani")
    assert everything(graph) == before


def test_parties_of_one_event_that_are_one_are_shown_once_and_tied_to_nobody(graph: Database) -> None:
    merge(graph, "hamas", "ISR", author="ani")
    (event,) = graph.read("explore/event", event=CLAIMS["truce"].asserts.id).records()
    assert ([party["id"] for party in event["actors"]], event["ties"]) == (["ISR"], [])
    split(graph, "hamas", author="ani")
    (event,) = graph.read("explore/event", event=CLAIMS["truce"].asserts.id).records()
    assert [party["id"] for party in event["actors"]] == ["ISR", "hamas"]


def test_news_that_names_a_merged_entity_is_shown_with_the_other(graph: Database) -> None:
    merge(graph, "hamas", "taliban", author="ani")
    annotate(graph, "claim-attack", Judgement.VERIFIED, author="ani")
    before = everything(graph)
    summary = load(graph, EXTRACTIONS)
    assert (summary.removed, everything(graph)) == (0, before)


def test_mergers_survive_a_load_into_an_empty_corner_and_are_split_with_it(graph: Database) -> None:
    before = everything(graph)
    merge(graph, "hamas", "taliban", author="ani")
    load(graph, EXTRACTIONS)
    split(graph, "hamas", author="ani")
    assert everything(graph) == before


def test_verdicts_stay_with_their_claims(graph: Database) -> None:
    annotate(graph, ATTACK, Judgement.REJECTED, author="ani")
    merge(graph, "hamas", "taliban", author="ani")
    assert graph.read("explore/ties", ids=[MOVED]).rows == ()
    assert column(graph.read("explore/ties", ids=[MOVED], lens="all"), "rejected") == [3]


def test_what_cannot_be_one_is_refused_with_the_reason(graph: Database) -> None:
    with pytest.raises(UsageError, match="is a country"):
        merge(graph, "ISR", "hamas", author="ani")
    with pytest.raises(UsageError, match="no entity 'atlantis'"):
        merge(graph, "hamas", "atlantis", author="ani")
    with pytest.raises(UsageError, match="merged into itself"):
        merge(graph, "hamas", "hamas", author="ani")
    merge(graph, "hamas", "taliban", author="ani")
    with pytest.raises(UsageError, match="already merged into 'taliban'"):
        merge(graph, "muttaqi", "hamas", author="ani")
    with pytest.raises(UsageError, match="not merged"):
        split(graph, "taliban", author="ani")


def test_a_decision_on_something_that_changed_meanwhile_is_not_recorded(graph: Database) -> None:
    row = {
        "id": "merger-x",
        "entity": "hamas",
        "before": "muttaqi",
        "into": "taliban",
        "author": "ani",
        "created_at": "2024-01-01",
        "note": None,
    }
    assert not graph.write("merge/record", rows=[row]).records()[0]["recorded"]
    assert mergers(graph) == ()
