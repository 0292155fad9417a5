"""Harmful files cost only themselves: a reason, bounded time and memory; the rest is read."""

from __future__ import annotations

import random
import subprocess
import sys
import time
import zlib
from pathlib import Path

import psutil
import pytest

from ingest.documents import Incoming, Skipped, read
from ingest.documents.binary.process import PARSERS, Parsers
from ingest.documents.records import UnusableError
from tests.ingest.documents.compound import msg
from tests.ingest.documents.days import ENGLISH
from tests.ingest.documents.printed import column, lines, pdf
from tests.ingest.documents.reading import lost, one
from tests.ingest.documents.word_made import docx, paragraph

SECONDS = 130
"""The longest time by the clock for one file, with the start of the program."""

MEMORY = 4 * 2**30


def raw_pdf(*objects: bytes) -> bytes:
    """Return a PDF file of objects, the first of which is its catalogue, without a table of them."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def stream(data: bytes, filters: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), filters, data)


def page_with(content: bytes) -> bytes:
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F "
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 5 0 R >> >> >>",
        content,
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> "
        b"/Length 5 >>\nstream\n/X Do\nendstream",
    )


def bomb(megabytes: int) -> bytes:
    """Return a stream of many spaces, packed twice."""
    packed = zlib.compress(zlib.compress(b" " * (megabytes << 20), 9), 9)
    return stream(packed, b"/Filter [/FlateDecode /FlateDecode]")


KIDS = b"<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 9999999 >>"
HOSTILE = {
    "nothing.pdf": b"%PDF-1.7\n",
    "cut.pdf": pdf(column(ENGLISH))[:900],
    "text.pdf": b"Iran attacked Iraq, said nobody in a file called PDF.",
    "loop.pdf": raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", KIDS, b"<< /Type /Page /Parent 2 0 R >>"),
    "itself.pdf": page_with(stream(b"/X Do")),
    "nested.pdf": page_with(stream(b"q " * 200_000 + b"[" * 200_000)),
    "arrays.pdf": raw_pdf(b"<< /Type /Catalog /Pages " + b"[" * 100_000 + b"]" * 100_000 + b" >>"),
    "objects.pdf": raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", *([b"[0]"] * 300_000)),
    "unpacked.pdf": page_with(bomb(300)),
    "many.pdf": pdf(*([lines(["Iran met Iraq in Baghdad."])] * 10_000)),
    "script.pdf": raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(1\\){}) >> >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
    ),
    "packed.docx": docx(others={"word/document.xml": b"<a>" + b" " * (300 << 20)}),
    "flat.docx": docx(*[paragraph("Iran met Iraq in Baghdad.")] * 60_000),
    "cut.docx": docx(*map(paragraph, ENGLISH))[:-200],
    "many.eml": b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\n\n" * 100_000,
    "deep.eml": b"MIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(3000)
    ),
    "cut.msg": msg({"1000": "Iran met Iraq. " * 400}, None, {})[:-700],
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every harmful file, each followed by one that is not."""
    place = tmp_path_factory.mktemp("hostile")
    for name, data in HOSTILE.items():
        (place / name).write_bytes(data)
        (place / f"{name}.txt").write_text(f"{name}: {ENGLISH[0]}", encoding="utf-8")
    return place


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_harmful_file_costs_only_itself(folder: Path, name: str) -> None:
    began = time.monotonic()
    found = list(read([folder / name, folder / f"{name}.txt"]))
    assert time.monotonic() - began < SECONDS
    first, last = found[0], found[-1]
    assert isinstance(last, Incoming)
    assert isinstance(first, Skipped), first
    assert first.reason
    assert first.hint.endswith((".", ".pdf"))


def test_many_pages_are_refused_by_their_number(folder: Path) -> None:
    (skipped,) = read([folder / "many.pdf"])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "has 10,000 pages, more than the limit of 1,000"


@pytest.mark.slow
def test_random_damage_ends_in_an_article_or_a_reason(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - made-up damage
    whole = {
        "a.pdf": pdf(column(ENGLISH)),
        "a.docx": docx(*map(paragraph, ENGLISH)),
        "a.msg": msg({"1000": ENGLISH[0]}, None, {"a.pdf": pdf(column(ENGLISH))}),
    }
    for name, data in whole.items():
        for _ in range(20):
            damaged = bytearray(data)
            for _ in range(chance.randint(1, 30)):
                damaged[chance.randrange(8, len(damaged))] = chance.randrange(256)
            path = tmp_path / name
            path.write_bytes(
                bytes(damaged[: chance.choice((len(damaged), chance.randrange(9, len(damaged))))])
            )
            for result in read([path]):
                assert isinstance(result, Incoming) or (result.reason and result.hint)


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read() -> None:
    parsers = Parsers(seconds=0.4)
    parsers.parse("pdf", pdf(column(ENGLISH)))
    data = pdf(*([column(ENGLISH * 5)] * 300))
    with pytest.raises(UnusableError, match="takes longer than 0 s to read"):
        parsers.parse("pdf", data)
    assert parsers.parse("pdf", pdf(column(ENGLISH)))["text"]
    parsers.stop()


def test_a_program_that_stops_is_started_again(tmp_path: Path) -> None:
    data = pdf(column(ENGLISH))
    one(tmp_path / "a.pdf", data)
    assert PARSERS._process is not None
    PARSERS._process.kill()
    assert one(tmp_path / "a.pdf", data).document.text.startswith("The foreign")


def test_the_memory_of_the_program_is_bounded(tmp_path: Path) -> None:
    skipped = lost(tmp_path / "a.pdf", page_with(bomb(300)))
    assert skipped.reason
    one(tmp_path / "b.pdf", pdf(column(ENGLISH)))
    assert PARSERS._process is not None
    most, _ = psutil.Process(PARSERS._process.pid).rlimit(psutil.RLIMIT_AS)
    assert 0 < most < MEMORY


def test_the_program_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(column(ENGLISH)))
    program = (
        "import os, signal\nfrom ingest.documents import read\n"
        "from ingest.documents.binary.process import PARSERS\n"
        f"list(read([{str(tmp_path / 'a.pdf')!r}]))\nprint(PARSERS._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    pid = int(done.stdout)
    ended = time.monotonic() + 10
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < ended
        time.sleep(0.05)
