"""The measure of imports reads made-up events of the shape of ICEWS14, and the file by its columns."""

from __future__ import annotations

import gzip
from pathlib import Path

from bench.importing import events
from ingest.datasets.coded import CodedEvent


def test_made_up_events_have_parties_that_are_known() -> None:
    _, made, who = events(None, 40)
    listed = list(made)
    assert len(listed) == 40
    assert len({each.key for each in listed}) == 40
    assert all(who(party) for each in listed for party in (*each.actors, *each.recipients))


def test_the_file_is_read_by_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "rows.tsv.gz"
    rows = "source\trelation\ttarget\tdate\tcameo\tplover\nIran\tConsult\tQatar\t2014-01-02\t040\tCONSULT\n"
    path.write_bytes(gzip.compress(rows.encode()))
    _, read, who = events(path, 5)
    (event,) = read
    assert isinstance(event, CodedEvent)
    assert (event.date, event.event_type) == ("2014-01-02", "CONSULT")
    assert [found.id for party in (*event.actors, *event.recipients) if (found := who(party))] == [
        "IRN",
        "QAT",
    ]
