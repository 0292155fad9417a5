"""A file is of the data set whose reader finds events in it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cypher.errors import InputError
from ingest.datasets.readers.ucdp import COLUMNS as UCDP
from ingest.datasets.recognition import read, recognised
from ingest.datasets.sources import data_sets
from tests.ingest.datasets.made_files import tab_file, table_text
from tests.ingest.datasets.readers import (
    test_acled,
    test_gdelt_reduced,
    test_phoenix,
    test_phoenix_historical,
    test_polecat,
    test_ucdp,
)
from tests.ingest.datasets.readers.gdelt_rows import event, mention, old_event
from tests.ingest.datasets.readers.icews_rows import HEADER, row

OWN = "date,who,whom,what\n2024-05-01,Iran,Qatar,AID\n"


def _text(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def made(folder: Path) -> dict[str, Path]:
    """A file of each data set, and of each of its layouts, by the name of the data set and a number."""
    historical, reduced = test_phoenix_historical, test_gdelt_reduced
    return {
        "icews": tab_file(folder, "icews", [HEADER, row()]),
        "icews 2": tab_file(folder, "icews bare", [row()]),
        "gdelt": tab_file(folder, "gdelt", [event()]),
        "gdelt 2": tab_file(folder, "gdelt 1.0", [old_event(58)]),
        "gdelt 3": tab_file(folder, "gdelt 57", [old_event(57)]),
        "gdelt 4": reduced.reduced(folder, reduced.row()),
        "phoenix": tab_file(folder, "phoenix", [test_phoenix.row()]),
        "phoenix 2": _text(folder / "historical", table_text(historical.COLUMNS, [historical.VISIT])),
        "acled": _text(folder / "acled", table_text(test_acled.COLUMNS, [test_acled.CLASH])),
        "ucdp": _text(folder / "ucdp", table_text(list(UCDP), [test_ucdp.BATTLE])),
        "polecat": _text(folder / "polecat", table_text(test_polecat.COLUMNS, [test_polecat.TALKS], "\t")),
    }


def test_each_layout_of_each_data_set_is_told(tmp_path: Path) -> None:
    found = {name: recognised(path) for name, path in made(tmp_path).items()}
    assert {each.split()[0] for each in found} == set(data_sets())
    told = {name: each and (each.dataset.name, each.problem) for name, each in found.items()}
    assert told == {name: (name.split()[0], "") for name in found}


def test_a_packed_file_is_told_and_a_table_of_ones_own_is_of_none(tmp_path: Path) -> None:
    files = made(tmp_path)
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.write(files["ucdp"], "inside/GEDEvent.csv")
    found = recognised(tmp_path / "packed.zip")
    assert found is not None
    assert found.dataset.name == "ucdp"
    assert recognised(_text(tmp_path / "own.csv", OWN)) is None


def test_a_file_without_events_is_told_with_what_to_do(tmp_path: Path) -> None:
    graph = tab_file(tmp_path, "a.gkg.csv", [["20190504121500-1", "20190504121500", *["x"] * 25]])
    for path, said in (
        (graph, "gives no events"),
        (tab_file(tmp_path, "m.CSV", [mention()]), "have mentions"),
    ):
        found = recognised(path)
        assert found is not None
        assert found.dataset.name == "gdelt"
        assert said in found.problem


def test_what_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path, _text(tmp_path / "broken.zip", "PK\x03\x04 no archive")):
        with pytest.raises(InputError):
            recognised(path)


def test_a_file_of_another_data_set_names_the_one_that_fits(tmp_path: Path) -> None:
    files = made(tmp_path)
    for given in data_sets():
        for name, path in files.items():
            fitting = name.split()[0]
            if fitting == given:
                assert list(read(data_sets()[given], [path]))
            else:
                with pytest.raises(InputError) as caught:
                    list(read(data_sets()[given], [files[given], path]))
                assert f"konstelasi import {fitting}." in str(caught.value)
                assert str(caught.value).startswith(str(path))


def test_a_file_of_no_data_set_leads_to_a_mapping(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none of the data sets.*konstelasi mapping"):
        list(read(data_sets()["ucdp"], [_text(tmp_path / "own.csv", OWN)]))
