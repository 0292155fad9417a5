"""The hand-made story, loaded once a module into each database, and the command line on a data folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import konstelasi
from cypher.database import Database, Role, Settings, connect
from ingest.load import load
from tests.conftest import ENGINES, empty
from tests.graphs import EXTRACTIONS

Run = Callable[..., "Outcome"]


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def answer(self) -> dict[str, Any]:
        """The JSON object that it printed."""
        answer: dict[str, Any] = json.loads(self.out)
        return answer


@pytest.fixture
def command(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``konstelasi`` with the words given, in this process, on the engine in the module's `home`."""
    for name in ("URI", "USER", "PASSWORD", "DATABASE"):
        monkeypatch.delenv(f"KONSTELASI_{name}", raising=False)
    monkeypatch.setenv("KONSTELASI_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            konstelasi.main(list(words))
        code = ended.value.code
        captured = capsys.readouterr()
        return Outcome(code if isinstance(code, int) else 0, captured.out, captured.err)

    return run


@pytest.fixture(scope="module", params=ENGINES)
def story(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Each database in turn, holding the story, open for a reader."""
    settings: Settings = request.getfixturevalue(request.param)
    empty(settings)
    with connect(settings, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
    with connect(settings, Role.READER) as database:
        yield database
