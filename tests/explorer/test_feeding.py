"""Adding articles from the app, by the real command on a real engine."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.database import Role, Settings, connect
from cypher.errors import InputError, UsageError
from cypher.sources.store import Store
from cypher.sources.summary import unread
from explorer.work import command_runs
from explorer.work.command_runs import MOST_WAITING, CommandRun, begun_by, end_all, seen_by
from explorer.work.ingest_process import KIND, Article, IngestResult, Inputs, Reading, pasted
from tests.conftest import empty

pytestmark = pytest.mark.slow

CONDEMNED = "Indonesia mengecam serangan Rusia terhadap Ukraina."


@pytest.fixture(scope="module")
def settings(embedded: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The emptied engine, which the command will join; runs keep their files where no other process does."""
    empty(embedded)
    with pytest.MonkeyPatch.context() as environment:
        environment.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("feeding")))
        environment.setenv("KONSTELASI_HOME", str(embedded.home))
        environment.delenv("KONSTELASI_URI", raising=False)
        yield embedded


def start(inputs: Inputs, browser: str | None = None) -> CommandRun[IngestResult]:
    return command_runs.start(Reading(inputs), browser)


def ended(running: CommandRun[IngestResult]) -> CommandRun[IngestResult]:
    """The run, once it has ended."""
    while not running.wait(1):
        pass
    return running


@pytest.fixture(scope="module")
def fed(settings: Settings) -> IngestResult:
    """An article, and a file that holds none."""
    about = {"title": "Kecaman", "published_on": "2024-05-02", "publisher": None}
    return ended(
        start(Inputs([pasted(CONDEMNED, about), Article("../../notes=1.html", b"<html></html>")]))
    ).result()


def test_what_was_skipped_is_kept_under_the_readers_name_for_the_file(
    fed: IngestResult, settings: Settings
) -> None:
    assert fed.troubles[0].name == "../../notes=1.html"
    assert "../../notes=1.html" in [each.origin for each in unread(Store(settings.home), 99)]


def folders() -> set[Path]:
    """What runs of this process keep on the disk."""
    return set(Path(tempfile.gettempdir()).glob("konstelasi-*"))


def children() -> set[str]:
    """The commands that this one has started, zombies too; the engine and the reader of PDF files are not."""
    tasks = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    pids = {pid for task in tasks for pid in task.read_text().split()}
    return {pid for pid in pids if b"ingest" in _words(pid) or _is_zombie(pid)}


def _words(pid: str) -> list[bytes]:
    return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")


def _is_zombie(pid: str) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def test_what_was_pasted_is_in_the_graph_with_what_was_said_of_it(
    fed: IngestResult, settings: Settings
) -> None:
    assert fed.counts["documents"] == (1, 0)
    with connect(settings, Role.READER) as database:
        (found,) = database.read("explore/document", document=fed.documents[0]).records()
        ties = database.read("explore/document_ties", documents=list(fed.documents)).records()
    assert (found["title"], found["published_on"], found["text"]) == ("Kecaman", "2024-05-02", CONDEMNED)
    assert ("IDN", "RUS") in {(tie["actor"], tie["recipient"]) for tie in ties}


def test_a_file_that_cannot_be_used_is_named_as_its_owner_names_it(fed: IngestResult) -> None:
    (trouble,) = fed.troubles
    assert (trouble.name, trouble.place) == ("../../notes=1.html", "")
    assert trouble.reason.startswith("contains no article")


def test_a_run_that_nobody_asks_for_makes_room_for_the_next(fed: IngestResult, settings: Settings) -> None:
    before, browser = folders(), "browser of a reader who reloads"
    start(Inputs([pasted("Suriah mengecam Turki.", {})]), browser)
    other = start(Inputs([pasted("Mesir menolak usul Qatar.", {})]))
    assert other.is_waiting
    assert ended(other).result().counts["documents"] == (1, 0)
    found = begun_by(browser, KIND)
    assert found is not None
    assert found.result().counts["documents"] == (1, 0)
    seen_by(browser, KIND)
    assert begun_by(browser, KIND) is begun_by(None, KIND) is None
    assert (folders(), children()) == (before, set())
    with connect(settings, Role.READER) as database:
        assert len(database.read("explore/documents").rows) == len(fed.documents) + 2


def test_a_run_that_is_stopped_leaves_no_half_of_an_article_and_no_process(
    fed: IngestResult, settings: Settings
) -> None:
    before, known = folders(), 0
    with connect(settings, Role.READER) as database:
        known = len(database.read("explore/documents").rows)
        first, waiting = (
            start(Inputs([pasted(f"Iran menyerang {who}.", {})])) for who in ("Irak", "Yordania")
        )
        for running in (waiting, first):
            running.cancel()
        for running in (waiting, first):
            with pytest.raises(InputError, match="Add the same again"):
                ended(running).result()
        assert len(database.read("explore/documents").rows) == known
    assert (folders(), children()) == (before, set())


def test_too_many_runs_are_refused_and_all_end_with_the_app() -> None:
    before = folders()
    running = [start(Inputs([pasted(f"Artikel {number}.", {})])) for number in range(MOST_WAITING + 1)]
    with pytest.raises(UsageError, match="Try again"):
        start(Inputs([pasted("x", {})]))
    end_all()
    assert (folders(), children()) == (before, set())
    assert all(each.wait(0) for each in running)


def test_nothing_to_read_is_said_before_anything_runs() -> None:
    with pytest.raises(UsageError, match="Paste the article"):
        pasted(" \n", {})


def test_a_table_is_read_by_the_columns_that_its_owner_states(settings: Settings) -> None:
    table = Article("Berita.CSV", f"kolom a;hari\n{CONDEMNED};3 Mei 2024\n".encode())
    (trouble,) = ended(start(Inputs([table]))).result().troubles
    assert "“kolom a”, “hari”" in trouble.reason
    result = ended(start(Inputs([table], "text=kolom a,date=hari"))).result()
    with connect(settings, Role.READER) as database:
        (found,) = database.read("explore/document", document=result.documents[0]).records()
    assert (found["text"], found["published_on"]) == (CONDEMNED, "2024-05-03")
    with pytest.raises(InputError, match="--map"):
        ended(start(Inputs([table], "--oops"))).result()
