"""A backup is restored whole, or refused for a true reason while the graph stays as it is."""

from __future__ import annotations

import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from cypher.copies.keeping import bring_back
from cypher.database import Settings
from cypher.engine.client import stop
from cypher.errors import UsageError
from tests.conftest import Run
from tests.cypher.backups import Backup, actors, copied, saved_and_present, state

pytestmark = pytest.mark.slow


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("data/link")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.fixture(scope="module")
def saved_and_home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A backup, and a data folder with another graph."""
    return saved_and_present(tmp_path_factory.mktemp("graphs"))


@pytest.fixture(scope="module")
def good(saved_and_home: tuple[Path, Path]) -> Backup:
    """The content of the backup."""
    return Backup.read(saved_and_home[0])


@pytest.fixture
def home(saved_and_home: tuple[Path, Path], tmp_path: Path) -> Iterator[Path]:
    """A data folder of its own for a test."""
    yield copied(saved_and_home[1], tmp_path / "home")
    stop(tmp_path / "home")


@pytest.fixture
def run(command: Run) -> Run:
    """Run ``konstelasi db restore`` with the words given."""
    return partial(command, "db", "restore")


REFUSED: dict[str, tuple[Callable[[Backup], Backup], str]] = {
    "no data": (lambda good: replace(good, files={}), "files are missing"),
    "no data, and none listed": (lambda good: replace(good, files={}).consistent(), "schema.json is missing"),
    "no data, older": (lambda good: replace(good, files={}).older(), "schema.json is missing"),
    "a file is missing": (lambda good: good.without("schema.json"), "missing"),
    "a file is missing, older": (
        lambda good: replace(good.without(".dict"), about=good.older().about),
        "bytes, but",
    ),
    "buckets are missing, consistently": (
        lambda good: good.without(".bucket").consistent(),
        "the file of .* is missing",
    ),
    "no dictionary, older": (lambda good: good.without(".dict").older(), "dictionary file is missing"),
    "garbage as schema": (
        lambda good: good.holding("data/schema.json", b"{]").consistent(),
        "schema.json was not written by the engine",
    ),
    "a schema of another program": (
        lambda good: good.holding("data/schema.json", b'{"types": [1]}').consistent(),
        "schema.json was not written by the engine",
    ),
    "another content": (
        lambda good: good.holding(name := good.name("Actor_0."), good.files[name][::-1]),
        "Actor_0.* is not what was backed up",
    ),
    "another hash": (
        lambda good: good.listing(good.name("Actor_0."), sha256="0" * 64),
        "is not what was backed up",
    ),
    "another size": (lambda good: good.listing(good.name("Actor_0."), size=5), "has a different size"),
    "another list": (
        lambda good: good.saying(files={"data/x": {"size": 0, "sha256": "0" * 64}}, size=0),
        "files are missing",
    ),
    "a file that is not listed": (lambda good: good.holding("data/x", b"x"), "which was not backed up"),
    "a file elsewhere": (lambda good: good.holding("notes.txt", b"x"), "'notes.txt'"),
    "a folder": (lambda good: good.holding("data/x/", b""), "'data/x/'"),
    "a way out": (lambda good: good.holding("data/../../escaped", b"x").consistent(), "escaped"),
    "a way out on Windows": (lambda good: good.holding("data/..\\escaped", b"x").consistent(), "escaped"),
    "a drive": (lambda good: good.holding("data/C:escaped", b"x").consistent(), "escaped"),
    "an absolute place": (lambda good: good.holding("/escaped", b"x").consistent(), "escaped"),
    "the folder itself": (lambda good: good.holding("data/..", b"x").consistent(), "'data/..'"),
    "a link": (lambda good: replace(good, also=((link(), b"/etc"),)), "'data/link'"),
    "a file twice": (lambda good: replace(good, also=((good.name("dict"), b"x"),)), "2 times"),
    "an account twice": (lambda good: replace(good, also=(("backup.json", b"{}"),)), "2 times"),
    "a newer layout": (lambda good: good.saying(format=3), "newer version"),
    "a newer engine": (lambda good: good.saying(engine="99.1.1"), "newer version"),
    "an account that is a list": (lambda good: replace(good, about=["x"]), "not a JSON object"),  # type: ignore[arg-type]
    "an empty account": (lambda good: replace(good, about={}), "'format'"),
    "a layout as text": (lambda good: good.saying(format="2"), "'format'"),
    "a layout as truth": (lambda good: good.saying(format=True), "'format'"),
    "a layout before the first": (lambda good: good.saying(format=0), "'format'"),
    "an engine as number": (lambda good: good.saying(engine=26), "'engine'"),
    "a time that is none": (lambda good: good.saying(created_at="\x1b[31mnow"), "'created_at'"),
    "a negative total": (lambda good: good.saying(size=-1), "'size'"),
    "a huge total": (lambda good: good.saying(size=10**30), "do not add up"),
    "a size as fraction": (lambda good: good.listing(good.name("dict"), size=1.5), "not a whole number"),
    "a negative size": (lambda good: good.listing(good.name("dict"), size=-1), "not a whole number"),
    "a hash as number": (lambda good: good.listing(good.name("dict"), sha256=5), "not a SHA-256"),
    "a list of names": (lambda good: good.saying(files=[*good.files]), "'files'"),
    "no list": (lambda good: good.saying(files=None), "'files'"),
    "an entry of nothing": (lambda good: good.saying(files={"data/x": None}), "entry of 'data/x'"),
}


@pytest.mark.parametrize(("changed", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_backup_that_is_not_whole_changes_nothing(
    run: Run, home: Path, tmp_path: Path, good: Backup, changed: Callable[[Backup], Backup], reason: str
) -> None:
    before = state(home)
    changed(good).write(tmp_path / "bad.zip")
    refused = run(str(tmp_path / "bad.zip"))
    assert refused.code == 2
    assert re.search(reason, refused.err)
    assert str(tmp_path / "bad.zip") in refused.err
    assert state(home) == before
    assert not [*tmp_path.rglob("*escaped")]


def bytes_of(change: Callable[[bytearray], None]) -> Callable[[bytes], bytes]:
    def changed(content: bytes) -> bytes:
        change(altered := bytearray(content))
        return bytes(altered)

    return changed


def at_directory(offset: int, value: int) -> Callable[[bytes], bytes]:
    """Set a byte in the second entry of the archive's list of contents."""

    def change(content: bytearray) -> None:
        second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
        content[second + offset] = value

    return bytes_of(change)


def flipped(content: bytearray) -> None:
    place = content.rindex(b"PK\x03\x04", 0, content.index(b"PK\x01\x02")) + 60
    content[place] ^= 1


DAMAGED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "half of it": (lambda content: content[: len(content) // 2], "is damaged: its list of contents"),
    "without its end": (lambda content: content[:-10], "is damaged: its list of contents"),
    "nothing": (lambda _: b"", "it is not a zip file"),
    "a text": (lambda _: b"hello", "it is not a zip file"),
    "one bit": (bytes_of(flipped), "is damaged: data/.* cannot be unpacked"),
    "an encrypted entry": (at_directory(8, 1), "cannot be unpacked"),
    "an unknown compression": (at_directory(10, 97), "cannot be unpacked"),
}


@pytest.mark.parametrize(("damage", "reason"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_changes_nothing(
    run: Run, home: Path, tmp_path: Path, good: Backup, damage: Callable[[bytes], bytes], reason: str
) -> None:
    good.write(tmp_path / "bad.zip")
    before = state(home)
    content = damage((tmp_path / "bad.zip").read_bytes())
    (tmp_path / "bad.zip").write_bytes(content)
    refused = run(str(tmp_path / "bad.zip"))
    assert refused.code == 2
    assert re.search(reason, refused.err)
    assert state(home) == before


def test_what_is_no_file_is_named(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "There is no file" in run(str(tmp_path / "absent.zip")).err
    assert "is not a file" in run(str(tmp_path)).err
    assert "is not a file" in run(str(tmp_path / "pipe")).err
    with pytest.raises(UsageError, match="is not a file"):
        bring_back(tmp_path / "pipe", Settings(tmp_path / "other"))


def test_a_backup_larger_than_the_disk_is_refused_before_it_is_unpacked(
    run: Run, home: Path, tmp_path: Path, good: Backup
) -> None:
    """A bomb says honestly how large it is: here by one entry whose header names four petabytes."""
    before = state(home)
    entry = zipfile.ZipInfo("data/bomb")
    good.older().saying(size=sum(map(len, good.files.values())) + 2**52).write(tmp_path / "bomb.zip")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "a") as archive:
        archive.writestr(entry, bytes(2**20))
        entry.file_size = 2**52  # it is written again in the list of contents, when the archive is closed
    refused = run(str(tmp_path / "bomb.zip"))
    assert refused.code == 1
    assert "bytes on the disk" in refused.err
    assert state(home) == before


def test_a_bomb_that_its_header_makes_small_is_not_unpacked(
    run: Run, home: Path, tmp_path: Path, good: Backup
) -> None:
    before = state(home)
    with_bomb = good.holding("data/bomb", b"x" * 100).consistent()
    replace(with_bomb, files=good.files).write(tmp_path / "bomb.zip")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "a", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("data/bomb")
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, bytes(2**26))
        entry.file_size = 100
    refused = run(str(tmp_path / "bomb.zip"))
    assert refused.code == 2
    assert "data/bomb" in refused.err
    assert state(home) == before


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (lambda good: good.without(good.name("numtidx")).older(), "the index of"),
        (
            lambda good: good.holding(good.name(".dict"), b"\xff" * 2**16).consistent(),
            "the engine cannot read it",
        ),
        (
            lambda good: good.holding(name := good.name("Event_0."), bytes(len(good.files[name]))).older(),
            "it holds 2 nodes, but 3 were backed up",
        ),
    ],
    ids=["an index is missing", "garbage as dictionary", "an empty bucket"],
)
def test_a_graph_that_the_engine_cannot_read_changes_nothing(
    run: Run, home: Path, tmp_path: Path, good: Backup, changed: Callable[[Backup], Backup], reason: str
) -> None:
    """These are whole as archives; only an engine finds it."""
    before = state(home)
    changed(good).write(tmp_path / "bad.zip")
    refused = run(str(tmp_path / "bad.zip"))
    assert refused.code == 2
    assert reason in refused.err
    assert state(home) == before


def test_a_backup_of_the_first_layout_is_restored(run: Run, home: Path, tmp_path: Path, good: Backup) -> None:
    good.older().write(tmp_path / "older.zip")
    restored = run(str(tmp_path / "older.zip"), "--json").answer()
    assert (restored["format"], restored["nodes"], restored["relationships"]) == (
        1,
        3,
        1,
    )  # the release of the graph is a node too
    assert (Path(restored["former"]) / "schema.json").is_file()
    assert actors(home) == ["saved"]
