from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cypher.errors import InputError
from ingest.datasets.coded import Rejected
from ingest.datasets.files.opening import all_opened, only_beginnings, opened
from ingest.datasets.files.rows import Line, lines

TEXT = "one\ttwo\nthree\tfour\n"


def read(*paths: Path) -> list[str]:
    found = [line for source in all_opened(paths) for line in lines(source)]
    return [line.text if isinstance(line, Line) else f"! {line.reason}" for line in found]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_reads_a_file_however_it_is_packed_and_whatever_its_ending(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "events.export.CSV"
    path.write_bytes(pack(TEXT.encode()))
    assert read(path) == ["one\ttwo", "three\tfour"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_only_the_beginning_of_each_file_is_read_if_that_is_asked_for(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    long, short = tmp_path / "long", tmp_path / "short"
    long.write_bytes(pack(b"".join(b"%d\n" % number for number in range(100_000))))
    short.write_bytes(pack(TEXT.encode()))
    with only_beginnings():
        found = read(long, short)
    assert found[:2] == ["0", "1"]
    assert 1000 < len(found) < 50_000
    assert found[-2:] == ["one\ttwo", "three\tfour"]
    assert len(read(long)) == 100_000


def test_reads_each_member_of_an_archive_but_no_hidden_ones(tmp_path: Path) -> None:
    path = tmp_path / "events.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in [
            ("a/", ""),
            ("a/1.tab", "first"),
            ("__MACOSX/a/._1.tab", "no"),
            ("a/.DS_Store", "no"),
            ("2.tab", "second"),
        ]:
            archive.writestr(name, text)
    assert read(path) == ["first", "second"]
    assert [source.name.rsplit(", ", 1)[1] for source in opened(path)] == ["a/1.tab", "2.tab"]


def test_an_archive_that_breaks_off_gives_what_it_holds_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "events.tab.gz"
    whole = "".join(f"{number}\t{number * 7919 % 1009}\n" for number in range(20_000))
    packed = gzip.compress(whole.encode())
    path.write_bytes(packed[: len(packed) // 2])
    found = read(path)
    assert found[:2] == ["0\t0", "1\t856"]
    assert 100 < len(found) < 20_000
    assert found[-1].startswith("! cannot be read, nor anything after it")


def test_a_damaged_zip_member_is_said_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "events.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.tab", "good\nrows\n")
    path.write_bytes(path.read_bytes().replace(b"good\nrows", b"evil\nrows"))
    [*_, last] = [line for source in opened(path) for line in lines(source)]
    assert isinstance(last, Rejected)
    assert "CRC" in last.reason


def test_an_archive_without_its_directory_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "events.zip"
    path.write_bytes(b"PK\x03\x04 and nothing that fits")
    with pytest.raises(InputError, match="damaged ZIP"):
        read(path)


def test_an_encrypted_member_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "events.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.tab", "x")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(InputError, match="encrypted"):
        read(path)


def test_a_missing_file_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    there = tmp_path / "there.tab"
    there.write_text("x")
    with pytest.raises(InputError, match=r"missing\.tab does not exist"):
        next(all_opened([there, tmp_path / "missing.tab"]))


def test_a_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)
