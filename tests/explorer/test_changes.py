"""What changed between two days, from what was known before and what is known now."""

from __future__ import annotations

from datetime import date

from cypher.bolt.table import Table
from cypher.model.graph import EntityKind, Sign
from cypher.records.explore import StirredTie
from explorer.graph.query_diff import differences, title_of
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.graph.tie_changes import Change, Period, changes


def graph(**voices: int) -> Subgraph:
    """Ties between A and B: `help_` is cooperation, `hit` conflict, with so many voices."""
    signs = {"help_": Sign.COOPERATION, "hit": Sign.CONFLICT}
    nodes = {name: Node(name, name, EntityKind.COUNTRY) for name in "AB"}
    edges = {
        tie: Edge(tie, "A", "B", signs[tie], Verdict.UNREVIEWED, number, number)
        for tie, number in voices.items()
    }
    return Subgraph(nodes, edges)


def row(tie: str, now: int, prior: int = 0, denials: tuple[int, int] = (0, 0)) -> StirredTie:
    """`denials` are those now and before."""
    return StirredTie(tie, "A", "B", now, prior, *denials)


def kinds(rows: list[StirredTie], before: Subgraph, after: Subgraph) -> dict[str, Change]:
    return {each.edge.id: each.change for each in changes(rows, before, after)}


def test_a_tie_of_which_nothing_was_known_is_new() -> None:
    assert kinds([row("help_", 1)], Subgraph(), graph(help_=1)) == {"help_": Change.NEW}


def test_more_voices_than_in_the_period_before_strengthen_and_fewer_weaken() -> None:
    known = graph(help_=9)
    assert kinds([row("help_", 3, 2)], known, known) == {"help_": Change.STRENGTHENED}
    assert kinds([row("help_", 1, 2)], known, known) == {"help_": Change.WEAKENED}
    assert kinds([row("help_", 2, 2)], known, known) == {}


def test_a_pair_is_reversed_when_the_other_sign_leads_now() -> None:
    rows = [row("help_", 1, 4), row("hit", 3)]
    assert kinds(rows, graph(help_=4), graph(help_=5, hit=3)) == {
        "hit": Change.REVERSED,
        "help_": Change.WEAKENED,
    }


def test_a_pair_in_which_neither_sign_led_before_is_not_reversed() -> None:
    assert kinds([row("hit", 3)], graph(help_=2, hit=2), graph(help_=2, hit=5)) == {
        "hit": Change.STRENGTHENED
    }


def test_only_the_first_denial_contradicts() -> None:
    known = graph(help_=2)
    assert kinds([row("help_", 0, 0, (1, 0))], known, known) == {"help_": Change.CONTRADICTED}
    assert kinds([row("help_", 0, 0, (1, 1))], known, known) == {}


def test_the_period_before_is_as_long_as_the_period() -> None:
    assert Period("2024-01-08", "2024-01-14").earlier(date(2030, 1, 1)) == "2024-01-01"
    assert Period("2024-01-08").earlier(date(2024, 1, 14)) == "2024-01-01"
    assert Period("2024-01-08").eve() == "2024-01-07"


def test_rows_are_told_apart_by_their_names_not_by_their_figures_and_days() -> None:
    columns = ("name", "claims", "last_date")
    before = Table(columns, (("Iran", 2, "2024-01-01"), ("Qatar", 1, "2024-01-01")))
    after = Table(columns, (("Iran", 3, "2024-01-09"), ("Oman", 1, "2024-01-09")))
    found = differences(before, after)
    assert [[title_of(row) for row in rows] for rows in (found.came, found.went, found.changed)] == [
        ["Oman"],
        ["Qatar"],
        ["Iran"],
    ]
