"""The command line as people and programs use it: what it prints where, its exit codes, what it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from cypher.database import Role, Settings, connect
from konstelasi import COMMANDS
from tests.conftest import Run, empty

ARTICLE = (
    "Presiden Brasil bertemu Perdana Menteri Portugal di Lisabon, Selasa (10/10/2023), dan menuduh Sudan."
)


def konstelasi(
    *arguments: str, given: str = "", home: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line with `given` on its standard input, in an environment with these `variables`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KONSTELASI_")}
    if home is not None:
        environment["KONSTELASI_HOME"] = str(home)
    command = [sys.executable, "-m", "konstelasi", *arguments]
    encoding = variables.get("PYTHONIOENCODING", "utf-8")
    return subprocess.run(
        command,
        input=given,
        capture_output=True,
        encoding=encoding,
        check=False,
        env={**environment, **variables},
    )


def modules_after(*arguments: str, given: str = "") -> set[str]:
    """The top-level packages that a command imports."""
    program = (
        "import sys, konstelasi\n"
        f"try: konstelasi.main({list(arguments)!r})\n"
        "except SystemExit: pass\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_the_overview_lists_every_command_and_imports_none_of_their_libraries() -> None:
    done = konstelasi("--help")
    assert done.returncode == 0
    assert all(command.name in done.stdout and command.summary[:30] in done.stdout for command in COMMANDS)
    assert not modules_after("--help") & {"spacy", "neo4j", "streamlit", "trafilatura"}


def test_the_version_is_that_of_the_installed_package() -> None:
    done = konstelasi("--version")
    assert (done.returncode, done.stdout) == (0, f"konstelasi {version('konstelasi')}\n")


@pytest.mark.parametrize(
    "name", [command.name for command in COMMANDS if command.module.startswith("ingest.")]
)
def test_commands_that_read_explain_themselves_without_their_libraries(name: str) -> None:
    assert not modules_after(name, "--help") & {"spacy", "neo4j", "numpy", "lxml", "dateparser", "simplemma"}


@pytest.mark.slow
def test_extract_needs_neither_driver_nor_streamlit() -> None:
    modules = modules_after("extract", "-", given="")
    assert "spacy" in modules
    assert not modules & {"neo4j", "streamlit", "pyvis"}


def test_an_import_loads_no_spacy_and_no_data_frames() -> None:
    program = (
        "import sys, cypher.judging.opening, ingest.loading.coded.load, ingest.datasets.sources\n"
        "print(' '.join(sys.modules))\n"
        "import pandas, numpy\n"  # they can still be loaded
        "from cypher.bolt.driver import neo4j\n"
        "print(pandas.DataFrame({'a': [1]}).shape, neo4j.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded, works = done.stdout.splitlines()
    assert {"neo4j", "ingest.loading.coded.load"} <= set(loaded.split())
    assert not {"spacy", "pandas", "pyarrow"} & set(loaded.split())
    assert works == "(1, 1) neo4j"


@pytest.mark.parametrize("name", ["brief", "digest"])
def test_commands_that_write_files_open_no_page_and_warn_of_nothing(name: str) -> None:
    done = konstelasi(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_explains_itself_with_an_example(command: Run, name: str) -> None:
    done = command(name, "--help")
    assert done.code == 0
    assert "konstelasi" in done.out.lower()
    assert "example" in done.out.lower()


@pytest.mark.parametrize("arguments", [["nonsense"], ["extract", "--nonsense"], ["ingest"]])
def test_wrong_use_ends_with_two_and_a_message_on_standard_error(command: Run, arguments: list[str]) -> None:
    done = command(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "usage" in done.err.lower()


@pytest.mark.slow
def test_extract_writes_one_row_a_document_and_the_summary_elsewhere() -> None:
    done = konstelasi("extract", given=json.dumps({"id": "a1", "text": ARTICLE, "language": "id"}))
    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    row = json.loads(line)
    assert row["document_id"] == "a1"
    assert row["published_on"] == "2023-10-10"
    assert {"BRA", "PRT", "SDN"} <= {entity["id"] for entity in row["entities"]}
    assert "documents" in done.stderr
    assert "\x1b" not in done.stderr + done.stdout


def test_what_was_skipped_is_named_the_rest_is_extracted_and_the_exit_code_is_one(
    command: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "c.jsonl").write_text('{"text": broken}\n', encoding="utf-8")
    done = command("extract", str(tmp_path))
    assert done.code == 1
    assert len(done.out.splitlines()) == 1
    assert "b.txt: is a binary file" in done.err
    assert "c.jsonl, line 1: is not JSON" in done.err
    assert "2 skipped" in done.err


@pytest.mark.slow
def test_json_is_json_in_an_encoding_that_lacks_its_characters(tmp_path: Path) -> None:
    row = {"id": "“é\ud800🌏", "text": ARTICLE, "language": "id"}
    done = konstelasi("extract", given=json.dumps(row), PYTHONIOENCODING="latin-1")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert json.loads(done.stdout)["document_id"] == "“é\ufffd🌏"


@pytest.mark.parametrize("place", ["no/such/folder/a.html", "."])
def test_a_file_that_cannot_be_written_is_named(command: Run, article: Path, place: str) -> None:
    done = command("explain", str(article), "--html", place)
    assert done.code == 1
    assert done.err.startswith(f"konstelasi: {place} cannot be used (")


def test_a_path_that_does_not_exist_is_a_loss(command: Run) -> None:
    done = command("extract", "no/such/file.txt")
    assert done.code == 1
    assert "no/such/file.txt" in done.err


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Path:
    """The data folder of an embedded engine, whose graph is empty."""
    empty(embedded)
    return embedded.home


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def loaded(home: Path, article: Path) -> dict[str, dict[str, int]]:
    """What the first load of the article into an empty graph says of itself."""
    done = konstelasi("ingest", "--json", str(article), home=home)
    assert done.returncode == 0, done.stderr
    summary: dict[str, dict[str, int]] = json.loads(done.stdout)
    return summary


def test_ingest_loads_and_a_second_time_changes_nothing(
    command: Run, article: Path, loaded: dict[str, dict[str, int]]
) -> None:
    assert loaded["documents"] == {"new": 1, "known": 0}
    assert loaded["claims"]["new"] >= 1
    again = command("ingest", "--json", str(article)).answer()
    kinds = ("documents", "sentences", "entities", "events", "relations", "claims")
    assert [again[kind]["new"] for kind in kinds] == [0] * len(kinds)
    assert [again[kind]["known"] for kind in kinds] == [loaded[kind]["new"] for kind in kinds]


@pytest.mark.usefixtures("loaded")
def test_ingest_if_empty_leaves_a_filled_graph_alone(command: Run) -> None:
    done = command("ingest", "--if-empty", "no/such/file.txt")
    assert done.code == 0
    assert "nothing was loaded" in done.err


@pytest.mark.usefixtures("loaded")
def test_ingest_if_empty_completes_a_first_load_that_was_cut_off(
    command: Run, home: Path, article: Path
) -> None:
    with connect(Settings(home=home), Role.ANALYST) as database:
        begun = database.read("explore/documents").records()
        (row,) = database.read("explore/document", document=begun[0]["document"]).records()
        database.write("load/begin_documents", rows=[row | {"id": row["document"], "content_hash": ""}])
        assert not database.read("explore/documents").records()
        assert command("ingest", "--if-empty", str(article)).code == 0
        assert database.read("explore/documents").records() == begun


@pytest.mark.usefixtures("loaded")
def test_what_is_in_the_graph_is_read_again_and_gets_what_an_older_version_missed(
    command: Run, home: Path
) -> None:
    with connect(Settings(home=home), Role.ANALYST) as database:
        documents = database.read("explore/documents").records()
        ids = [row["document"] for row in documents]
        before = database.read("explore/document_claims", document=ids[0]).records()
        made = database.read("load/claims_of_documents", ids=ids).records()
        database.write("load/retire_claims", ids=[row["claim"] for row in made])
        assert before
        assert not database.read("explore/document_claims", document=ids[0]).rows
        again = command("reread", "--json").answer()
        assert again["documents"] == {"new": 0, "known": len(documents)}
        assert database.read("explore/documents").records() == documents
        assert database.read("explore/document_claims", document=ids[0]).records() == before
        assert not database.read("explore/stored_documents", after=max(ids)).rows


def test_ingest_says_what_it_skipped_and_loads_the_rest(command: Run, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    other = ARTICLE.replace("Brasil", "Chili")
    path.write_text(f'{json.dumps({"text": other})}\n{{"text"\n', encoding="utf-8")
    done = command("ingest", "--json", str(path))
    summary = done.answer()
    assert done.code == 1
    assert sum(summary["documents"].values()) == 1
    (skipped,) = summary["skipped"]
    assert skipped["input"].endswith("line 2")
    assert skipped["hint"]


def test_a_database_that_cannot_be_reached_is_said_before_anything_is_extracted(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    for name, value in (("URI", "bolt://127.0.0.1:9"), ("USER", "neo4j"), ("PASSWORD", "irrelevant")):
        monkeypatch.setenv(f"KONSTELASI_{name}", value)
    done = command("ingest", str(path))
    assert done.code == 1
    assert "127.0.0.1:9" in done.err
