"""Which rows imports rejected is kept in the data folder, as long as it holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cypher.sources import rejected
from cypher.sources.listing import add
from cypher.sources.rejected import RejectedRows, keep, kept
from cypher.sources.source import Source
from cypher.sources.store import Store
from cypher.sources.summary import summary
from tests.old_sources import bring_back

HOSTILE = "</script><img src=x onerror=alert(1)> '); DROP TABLE item; -- \udcff"
RUN = RejectedRows(
    "ICEWS", ("/data/a.tab", "/data/b.tab"), 3, ("a.tab, line 3: has 2 cells",), "/out/a.csv", "anna"
)


def numbers(home: Path) -> list[int]:
    return [each.number for each in kept(Store(home))]


def test_an_import_is_told_with_all_that_is_known_the_latest_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, RUN, ended=True)
    keep(store, replace(RUN, dataset="ACLED", number=1, file="/out/b.csv"), ended=True)
    latest, first = kept(store)
    assert (latest.dataset, latest.number) == ("ACLED", 1)
    assert replace(first, at=0.0) == RUN
    assert latest.at >= first.at > 1_700_000_000


@pytest.mark.parametrize(
    ("later", "ended", "left"),
    [
        (replace(RUN, number=0), True, []),
        (replace(RUN, number=0, inputs=("/data/b.tab", "/data/a.tab", "/data/c.tab")), True, []),
        (replace(RUN, number=0, inputs=("/data/a.tab",)), True, [3]),
        (replace(RUN, number=0, dataset="GDELT"), True, [3]),
        (replace(RUN, number=0), False, [3]),
        (replace(RUN, number=7), True, [7]),
        (replace(RUN, number=7), False, [7]),
        (replace(RUN, number=0, uploaded=True), True, [3]),
    ],
)
def test_a_later_import_of_the_same_files_takes_its_place(
    later: RejectedRows, ended: bool, left: list[int], tmp_path: Path
) -> None:
    keep(Store(tmp_path), RUN, ended=True)
    keep(Store(tmp_path), later, ended=ended)
    assert numbers(tmp_path) == left


def test_one_reader_does_not_replace_what_another_has_uploaded(tmp_path: Path) -> None:
    upload = replace(RUN, inputs=("events.csv",), file="", uploaded=True)
    keep(Store(tmp_path), upload, ended=True)
    keep(Store(tmp_path), replace(upload, who="budi", number=0), ended=True)
    assert numbers(tmp_path) == [3]
    keep(Store(tmp_path), replace(upload, number=0), ended=True)
    assert numbers(tmp_path) == []


def test_a_list_that_a_later_import_has_overwritten_is_told_no_more(tmp_path: Path) -> None:
    other = replace(RUN, inputs=("/data/c.tab",))
    keep(Store(tmp_path), RUN, ended=True)
    keep(Store(tmp_path), replace(other, number=0), ended=True)
    assert [each.file for each in kept(Store(tmp_path))] == ["/out/a.csv"]
    keep(Store(tmp_path), other, ended=True)
    assert [each.file for each in kept(Store(tmp_path))] == ["/out/a.csv", ""]


def test_no_file_is_made_while_no_row_is_rejected(tmp_path: Path) -> None:
    keep(Store(tmp_path), replace(RUN, number=0), ended=True)
    assert list(tmp_path.iterdir()) == []
    assert kept(Store(tmp_path)) == []


def test_only_the_latest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rejected, "MOST", 3)
    for number in range(1, 6):
        keep(Store(tmp_path), replace(RUN, inputs=(f"/data/{number}",), number=number), ended=True)
    assert numbers(tmp_path) == [5, 4, 3]


def test_hostile_text_is_kept_and_cut(tmp_path: Path) -> None:
    hostile = RejectedRows(HOSTILE, (HOSTILE,), 1, (HOSTILE, "x" * 100_000), HOSTILE, HOSTILE)
    keep(Store(tmp_path), hostile, ended=True)
    (found,) = kept(Store(tmp_path))
    assert found.dataset.startswith("</script>")
    assert found.inputs == (HOSTILE,)
    assert found.first[0] == HOSTILE
    assert len(found.first[1]) < 2000


def test_a_list_of_sources_of_an_older_version_gets_the_table(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, Source("paper", "https://paper.example.org/feed"))
    bring_back(store.path, 5)
    keep(store, RUN, ended=True)
    assert numbers(tmp_path) == [3]
    assert summary(store).total == 1
