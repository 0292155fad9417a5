"""Adding articles from the app, by the real command on a real engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cypher.database import Role, Settings, connect
from cypher.errors import InputError, UsageError
from explorer.feeding import Article, Fed, pasted, start
from tests.conftest import empty

CONDEMNED = "Indonesia mengecam serangan Rusia terhadap Ukraina."


@pytest.fixture(scope="module")
def settings(embedded: Settings) -> Iterator[Settings]:
    """The emptied engine, which the command will join."""
    empty(embedded)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KONSTELASI_HOME", str(embedded.home))
        environment.delenv("KONSTELASI_URI", raising=False)
        yield embedded


@pytest.fixture(scope="module")
def fed(settings: Settings) -> Fed:
    """An article, and a file that holds none."""
    about = {"title": "Kecaman", "published_on": "2024-05-02", "publisher": None}
    running = start([pasted(CONDEMNED, about), Article("../../notes=1.html", b"<html></html>")])
    with pytest.raises(UsageError, match="Try again in a minute"):
        start([pasted(CONDEMNED, {})])
    while not running.wait(1):
        pass
    return running.result()


def test_what_was_pasted_is_in_the_graph_with_what_was_said_of_it(fed: Fed, settings: Settings) -> None:
    assert fed.counts["documents"] == (1, 0)
    with connect(settings, Role.READER) as database:
        (found,) = database.read("explore/document", document=fed.documents[0]).records()
        ties = database.read("explore/document_ties", documents=list(fed.documents)).records()
    assert (found["title"], found["published_on"], found["text"]) == ("Kecaman", "2024-05-02", CONDEMNED)
    assert ("IDN", "RUS") in {(tie["actor"], tie["recipient"]) for tie in ties}


def test_a_file_that_cannot_be_used_is_named_as_its_owner_names_it(fed: Fed) -> None:
    (trouble,) = fed.troubles
    assert trouble.startswith("../../notes=1.html: ")


def test_a_run_that_is_stopped_leaves_no_half_of_an_article(fed: Fed, settings: Settings) -> None:
    running = start([pasted("Iran menyerang Israel.", {})])
    running.cancel()
    while not running.wait(1):
        pass
    with pytest.raises(InputError, match="Add the same again"):
        running.result()
    with connect(settings, Role.READER) as database:
        assert len(database.read("explore/documents").rows) == len(fed.documents)


def test_nothing_to_read_is_said_before_anything_runs() -> None:
    with pytest.raises(UsageError, match="Paste the article"):
        pasted(" \n", {})
