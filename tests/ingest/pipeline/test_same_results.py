"""However many processes extract, the results are the same, to the byte and in the same order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cypher.database import Settings
from ingest.documents import Incoming, read
from ingest.pipeline.chunks import Outcome
from ingest.pipeline.extracting import outcome_of
from tests.conftest import Run
from tests.ingest.pipeline.graphs import changes, emptied, everything
from tests.ingest.pipeline.inputs import SAMPLES, mixed

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Path:
    """The folder on which commands run."""
    return embedded.home


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks that are small enough for several of them."""
    monkeypatch.setattr("ingest.pipeline.chunks.CHUNK_DOCUMENTS", 4)


def test_nothing_that_is_extracted_depends_on_other_articles() -> None:
    documents = [each.document for each in read([SAMPLES]) if isinstance(each, Incoming)]
    together = outcome_of(documents)
    alone = Outcome()
    for each in reversed(documents):
        alone |= outcome_of([each])
    assert together == alone
    assert len(together.extractions) == len(documents) > 20


@pytest.mark.usefixtures("small_chunks")
def test_what_is_printed_is_the_same_to_the_byte(command: Run, tmp_path: Path) -> None:
    folder = str(mixed(tmp_path / "news"))
    alone, shared = (command("extract", folder, str(SAMPLES), "--jobs", jobs) for jobs in ("1", "3"))
    assert shared.out == alone.out
    assert shared.err == alone.err
    assert shared.code == alone.code == 1
    printed = [json.loads(line)["document_id"] for line in alone.out.splitlines()]
    assert printed[:2] == ["row-0", "row-1"]
    assert alone.err.count("skipped: ") >= 4
    assert "warning: " in alone.err


@pytest.mark.usefixtures("small_chunks")
def test_the_whole_graph_is_the_same_and_so_is_one_that_is_read_again(
    command: Run, embedded: Settings, tmp_path: Path
) -> None:
    words = ("ingest", str(mixed(tmp_path / "news")), str(SAMPLES), "--json", "--jobs")
    emptied(embedded)
    alone = command(*words, "1")
    graph = everything(embedded)
    emptied(embedded)
    shared = command(*words, "2")
    assert (shared.out, shared.err) == (alone.out, alone.err)
    assert changes(graph, everything(embedded)) == []
    assert command("reread", "--jobs", "2").code == 0
    assert changes(graph, everything(embedded)) == []
