"""What failed since a moment of the sources that are followed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from cypher.arrivals.collecting import with_failures
from cypher.arrivals.items import Arrivals, Asked
from cypher.sources.failing import failed_since
from cypher.sources.listing import add
from cypher.sources.source import Source
from cypher.sources.store import Store
from explorer.digest.addresses import parameters_of
from explorer.panels.arrivals.entries import entries
from explorer.panels.arrivals.listing import section
from explorer.words import Words

OLD, VISIT, NEW = (f"2026-03-0{day}T08:00:00+00:00" for day in (1, 2, 3))


def at(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()


def failing(home: Path) -> Store:
    """Two sources: one cannot be reached, of the other two items were skipped, and one before the visit."""
    store = Store(home)
    add(store, Source("Wire <b>", "https://wire.example.org/feed"))
    add(store, Source("Courier", "https://courier.example.org/feed"))
    with store.writing() as database:
        for source, moment, is_error in (("Wire <b>", NEW, 1), ("Courier", OLD, 1), ("Courier", NEW, 0)):
            database.execute(
                "INSERT INTO trouble (source, reason, hint, times, first_at, last_at, is_error) "
                "VALUES (?, ?, 'Look at it.', 3, 0, ?, ?)",
                [source, f"It failed {moment} {is_error}", at(moment), is_error],
            )
        for moment, state in ((OLD, "skipped"), (NEW, "skipped"), (NEW, "skipped"), (NEW, "loaded")):
            database.execute(
                "INSERT INTO item (source, state, origin, reason, hint, found_at, done_at) "
                "VALUES ('Courier', ?, 'a', 'No text', 'Open it.', 0, ?)",
                [state, at(moment)],
            )
    return store


def test_what_failed_since_a_visit_is_counted_with_its_reason(tmp_path: Path) -> None:
    found = failed_since(failing(tmp_path), VISIT)
    assert [(each.source, each.number, each.of_source) for each in found] == [
        ("Wire <b>", 3, True),
        ("Courier", 2, False),
    ]
    assert [each.reason for each in found] == [f"It failed {NEW} 1", "No text"]
    assert failed_since(Store(tmp_path), "2026-04-01T00:00:00+00:00") == []


def test_no_file_is_made_where_no_source_is_followed(tmp_path: Path) -> None:
    assert failed_since(Store(tmp_path), VISIT) == []
    assert list(tmp_path.iterdir()) == []


def test_the_page_says_what_was_not_read_even_if_nothing_came_in(tmp_path: Path) -> None:
    failing(tmp_path)
    nothing = Arrivals(Asked(VISIT, "trusted", "state"), VISIT, NEW)
    (unread,) = entries(with_failures(nothing, tmp_path))
    assert [parameters_of(each.act) for each in unread.listed] == [{"page": "sources"}] * 2
    shown = section(unread)
    assert "Not read (2)" in shown.text()
    assert "failed 3 times · last on 3 Mar 2026, 08:00 UTC" in shown.text()
    assert "2 items were skipped" in shown.text()
    assert "Tidak terbaca (2)" in shown.text(Words("id"))
