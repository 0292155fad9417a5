"""How the sources are in a few numbers, and which articles could not be read."""

from __future__ import annotations

from pathlib import Path

from cypher.sources.listing import add, stop
from cypher.sources.source import Source
from cypher.sources.store import Store
from cypher.sources.summary import CONDITIONS, summary, unread

HOSTILE = "https://news.example.org/<script>alert(1)</script>"


def several(home: Path) -> Store:
    """One source in each condition; one that was stopped had failed before."""
    store = Store(home)
    for name in CONDITIONS:
        add(store, Source(name, f"https://{name}.example.org/feed"))
    with store.writing() as database:
        database.execute("UPDATE source SET last_at = 500 WHERE name != 'new'")
        database.execute("UPDATE source SET last_at = 900 WHERE name = 'fine'")
        database.execute("UPDATE source SET failures = 2 WHERE name IN ('failing', 'stopped')")
        database.execute("UPDATE source SET ended = 1 WHERE name = 'ended'")
        for number, state in enumerate(("skipped", "loaded", "waiting", "skipped", "waiting")):
            database.execute(
                "INSERT INTO item (source, state, origin, reason, hint, found_at, done_at) "
                "VALUES ('fine', ?, ?, 'No text', 'Open it.', 0, ?)",
                [state, f"{HOSTILE}{number}", number],
            )
    stop(store, "stopped")
    return store


def test_each_source_counts_once_and_the_last_fetch_is_that_of_any(tmp_path: Path) -> None:
    found = summary(several(tmp_path))
    assert found.numbers == dict.fromkeys(CONDITIONS, 1)
    assert (found.total, found.last_at, found.waiting) == (5, 900, 2)


def test_what_could_not_be_read_is_given_with_its_address_and_reason_the_latest_first(tmp_path: Path) -> None:
    store = several(tmp_path)
    assert [each.origin for each in unread(store, 9)] == [f"{HOSTILE}3", f"{HOSTILE}0"]
    (latest,) = unread(store, 1)
    assert (latest.source, latest.reason, latest.hint) == ("fine", "No text", "Open it.")


def test_no_file_is_made_where_no_source_is_followed(tmp_path: Path) -> None:
    assert summary(Store(tmp_path)).total == 0
    assert unread(Store(tmp_path), 9) == []
    assert list(tmp_path.iterdir()) == []
