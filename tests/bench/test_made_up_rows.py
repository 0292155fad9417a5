"""The made-up rows of the bench of volume have the layout of ICEWS14 and its shape."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

from bench.icews14_file import rows_in
from bench.importing import events
from bench.volume.made_up import HEADER, rows, write
from ingest.datasets.coded import CodedEvent
from ingest.datasets.parties.resolution import resolve


def test_as_many_rows_as_asked_for_day_after_day_over_years() -> None:
    made = list(rows(5000))
    days = [row[3] for row in made]
    assert len(made) == len(set(made)) == 5000
    assert days == sorted(days)
    assert (days[0][:4], days[-1][:4]) == ("2015", "2021")


def test_few_parties_are_in_most_events() -> None:
    ends = Counter(end for row in rows(20_000) for end in (row[0], row[2]))
    counts = sorted(ends.values(), reverse=True)
    assert sum(counts[: len(counts) // 20]) > sum(counts) / 2
    assert len(counts) > 1500
    assert all(row[0] != row[2] for row in rows(500))


def test_more_events_have_more_parties_and_a_larger_hub() -> None:
    sizes = []
    for count in (2000, 20_000):
        pairs = {frozenset((row[0], row[2])) for row in rows(count)}
        neighbours = Counter(end for pair in pairs for end in pair)
        sizes.append((len(neighbours), max(neighbours.values())))
    assert all(small < large for small, large in zip(*sizes, strict=True))


def test_a_seed_makes_one_file(tmp_path: Path) -> None:
    one, other, third = (
        write(tmp_path / f"{name}.tsv.gz", rows(300, seed=seed)).read_bytes()
        for name, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert one == other != third


def test_the_importer_reads_every_row_and_knows_the_parties(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.tsv.gz", rows(400))
    _, source, who = events(path, 1000)
    assert who is resolve
    found = list(source)
    assert len(found) == 400
    assert all(isinstance(each, CodedEvent) and each.event_type for each in found)
    assert all(who(party) for each in found for party in (*each.actors, *each.recipients))
    assert all(early.date <= late.date for early, late in pairwise(found))


def test_a_file_is_read_by_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "plain.tsv"
    path.write_text("\t".join(HEADER) + '\nIran\tsay "so\tQatar\t2014-01-02\t040\t\n', encoding="utf-8")
    (row,) = rows_in(path)
    assert (row["source"], row["relation"], row["target"], row["cameo"]) == (
        "Iran",
        'say "so',
        "Qatar",
        "040",
    )
