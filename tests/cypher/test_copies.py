"""A graph is copied between the engines with all that is in it, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cypher.copies.copying
import cypher.copies.pages
from cypher.copies.content import content_of
from cypher.copies.copying import copy
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from cypher.errors import DatabaseError, UnfinishedGraphError, UsageError
from cypher.judging.annotations import annotate
from cypher.judging.merging import merge
from cypher.judging.migration import bring_up_to_date
from cypher.judging.tie_counts import recount
from cypher.model.graph import Judgement
from ingest.loading.load import load
from tests.conftest import Run, empty
from tests.graphs import CLAIMS, EXTRACTIONS
from tests.services import ROOT, administration
from tests.whole import everything

pytestmark = [pytest.mark.slow]


@pytest.fixture
def source(embedded: Settings) -> Settings:
    """The story with two verdicts and a merger, in an embedded engine."""
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        annotate(
            database, CLAIMS["truce"].id, Judgement.VERIFIED, author="ana", note="Dilihat: \u201cya\u201d"
        )
        annotate(database, CLAIMS["swap"].id, Judgement.REJECTED, author="budi")
        merge(database, "taliban", "hamas", author="ana")
    return embedded


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "copy"
    stop(tmp_path / "copy")


@pytest.fixture
def server(neo4j: Settings) -> Settings:
    empty(neo4j)
    return neo4j


@pytest.mark.neo4j
def test_a_graph_goes_to_a_server_and_back_unchanged(
    source: Settings, server: Settings, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cypher.copies.pages, "_MOST", 5)  # so that there are several pages
    before = everything(source)
    there = copy(source, server)
    assert everything(server) == before
    with connect(server, Role.ANALYST) as database:
        assert content_of(database).hash == there.hash
        assert bring_up_to_date(database) == ()
        assert recount(database).mended == 0
        assert database.missing_schema() == []
        annotate(database, CLAIMS["phone-call"].id, Judgement.UNSURE, author="ana")
    back = copy(server, Settings(home))
    assert back.hash != there.hash
    assert everything(Settings(home)) == everything(server)
    assert everything(source) == before


@pytest.mark.neo4j
def test_a_graph_is_never_replaced(source: Settings, server: Settings) -> None:
    with connect(server, Role.ANALYST) as database:
        load(database, EXTRACTIONS[:1])
    before = everything(server)
    with pytest.raises(UsageError, match="is not empty"):
        copy(source, server)
    with pytest.raises(UsageError, match="is not empty"):
        copy(server, source)
    assert everything(server) == before


def test_what_cannot_be_copied_is_said(source: Settings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no graph in"):
        copy(Settings(tmp_path / "nothing"), source)
    assert not (tmp_path / "nothing").exists()
    with pytest.raises(UsageError, match="to itself"):
        copy(source, source)


@pytest.mark.neo4j
def test_a_copy_of_what_changes_meanwhile_is_not_kept(
    source: Settings, server: Settings, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def written_to(database: Database) -> Iterator[cypher.copies.pages.Page]:
        yield from cypher.copies.pages.pages(database)
        with connect(source, Role.ANALYST) as other:
            annotate(other, CLAIMS["phone-call"].id, Judgement.VERIFIED, author="eve")

    monkeypatch.setattr(cypher.copies.copying, "pages", written_to)
    for target in (server, Settings(home)):
        with pytest.raises(DatabaseError, match=r"Somebody wrote to .*Annotation, Claim.*was not kept"):
            copy(source, target)
    assert [label for label, _ in nodes_of(server)] == ["Mark"]
    assert not (home / "databases" / "konstelasi").exists()


@pytest.mark.neo4j
def test_the_command_copies_between_a_folder_and_an_address(
    source: Settings, server: Settings, command: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_USER", server.user or "")
    monkeypatch.setenv("KONSTELASI_PASSWORD", server.password or "")
    done = command("db", "copy", str(source.home), str(server.uri), "--json")
    assert done.code == 0, done.err
    with connect(server, Role.READER) as database:
        content = content_of(database)
    assert done.answer()["hash"] == content.hash
    assert done.answer()["nodes"] == sum(row[1] for row in nodes_of(server))
    said = command("db", "copy", str(server.uri), str(home)).err
    assert f"{home} has the same content as {server.uri}" in said
    assert content.hash in said
    monkeypatch.setenv("KONSTELASI_PASSWORD", "wrong-s3cret")
    refused = command("db", "copy", str(server.uri), str(home))
    assert refused.code == 1
    assert "s3cret" not in refused.err


def nodes_of(settings: Settings) -> list[tuple[str, int]]:
    with connect(settings, Role.READER) as database:
        return [(label, nodes) for label, nodes in database.read("check/nodes").rows]


KILLED = """
import os, signal, sys
from pathlib import Path
from cypher.copies import filling, copying
from cypher.database import Settings

home, uri, user, password, pages = sys.argv[1:]
write = filling.write_page
left = int(pages)

def killed(database, page):
    global left
    write(database, page)
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)

filling.write_page = killed
copying.copy(Settings(Path(home)), Settings(Path(home), uri, user, password))
"""


@pytest.mark.neo4j
@pytest.mark.parametrize("pages", [1, 6, 9])
def test_a_copy_that_is_killed_leaves_a_graph_that_says_so_and_is_made_anew(
    source: Settings, server: Settings, pages: int
) -> None:
    words = (source.home, server.uri, server.user, server.password, pages)
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, *map(str, words)],
        cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    for role in (Role.READER, Role.ANALYST):
        with pytest.raises(UnfinishedGraphError, match="run it again"), connect(server, role):
            pass
    with administration(server) as owner:
        owner.run("leftover", "CREATE (:Note {id: 'of the copy that was cut off'})", {}, write=True)
    copy(source, server)
    assert everything(server) == everything(source)
