"""The files for ``neo4j-admin database import`` make the graph that an online load makes."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from cypher.bulk.files import ClosedFiles, GraphFiles, Properties, number_of
from cypher.bulk.neo4j_files import write_neo4j_files
from cypher.database import Role, Settings, connect
from cypher.errors import UsageError
from ingest.loading.coded.load import load_coded
from ingest.loading.coded.offline.load import write_neo4j
from tests.coded_events import ALMANAC, resolved
from tests.conftest import empty
from tests.ingest.coded.test_loading_coded_events import events_of_chance, graph
from tests.ingest.coded.test_offline_loads import again, without_versions
from tests.news_of_chance import chance
from tests.services import ROOT, neo4j_line, neo4j_server


def csv_of(folder: Path, *nodes: Properties) -> str:
    with GraphFiles(folder / "files") as files:
        for node in nodes:
            files.node("Actor", node)
    write_neo4j_files(ClosedFiles.in_folder(folder / "files"), folder / "csv")
    return (folder / "csv" / "Actor.csv").read_text(encoding="utf-8")


def test_values_are_written_as_neo4j_reads_them(tmp_path: Path) -> None:
    values = {"text": 'say "x",\n', "none": None, "empty": "", "yes": True, "n": 1, "f": 1, "l": ["", "b"]}
    header, _, rows = csv_of(tmp_path, {"id": "a", **values}, {"id": "b", "f": 0.5, "l": ["c"]}).partition(
        "\n"
    )
    columns = ("id:string", "text:string", "empty:string", "yes:boolean", "n:long", "f:double", "l:string[]")
    assert header == ",".join((":ID(Actor)", *columns))
    one, other = (f"{number_of(each)}," for each in ("a", "b"))
    assert rows == f'{one}"a","say ""x"",\n","",true,1,1,"\x1fb"\n{other}"b",,,,,0.5,"c"\n'


def test_what_csv_cannot_say_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="sometimes null and sometimes empty"):
        csv_of(tmp_path / "one", {"id": "a", "names": []}, {"id": "b"})
    with pytest.raises(ValueError, match="types string and long"):
        csv_of(tmp_path / "two", {"id": "a", "n": "1"}, {"id": "b", "n": 1})


def test_files_are_written_to_a_new_folder(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(UsageError, match="not empty"):
        write_neo4j(tmp_path, ALMANAC, [], resolve=resolved)


@pytest.mark.slow
@pytest.mark.neo4j
def test_neo4j_admin_makes_the_graph_of_an_online_load(
    tmp_path: Path, embedded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KONSTELASI_TEST_NEO4J_URI", raising=False)
    dice = chance(11)
    events = events_of_chance(dice, 80)
    told = [*events, *(again(event, dice) for event in events[::4])]
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        expected = load_coded(database, ALMANAC, told, resolve=resolved)
        online = graph(database)
    summary, line = write_neo4j(tmp_path / "files", ALMANAC, told, resolve=resolved)
    assert summary == expected
    home = tmp_path / "neo4j"
    import_(home, line, tmp_path / "files")
    with neo4j_server(home) as server:
        settings = Settings(home, server["uri"], server["user"], server["password"])
        with connect(settings, Role.ANALYST) as database:
            finish(server, (tmp_path / "files" / "finish.cypher").read_text(encoding="utf-8"))
            assert without_versions(graph(database)) == without_versions(online)
            assert database.missing_schema() == []
            assert load_coded(database, ALMANAC, events, resolve=resolved).new == 0


def import_(home: Path, line: str, files: Path) -> None:
    """Run the command line, with the tool of the server that tests run on in place of its first word."""
    words = shlex.split(line)
    assert words[0] == "neo4j-admin"
    admin = [
        sys.executable,
        str(ROOT / "neo4j-server" / "admin.py"),
        "--line",
        neo4j_line(),
        "--home",
        str(home),
    ]
    done = subprocess.run([*admin, *words[1:]], cwd=files, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-1000:]


def finish(server: dict[str, str], text: str) -> None:
    """Run statements one after the other, as cypher-shell does."""
    import neo4j  # noqa: PLC0415

    with (
        neo4j.GraphDatabase.driver(server["uri"], auth=(server["user"], server["password"])) as driver,
        driver.session() as session,
    ):
        for statement in filter(str.strip, text.split(";")):
            session.run(statement).consume()
