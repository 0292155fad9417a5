"""Asks a running explorer by its interface for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from cypher.bolt.settings import Settings
from tests.explorer.serving.running import Served, served
from tests.services import variables_of


@dataclass(frozen=True, slots=True)
class Interface:
    """The interface of a running explorer."""

    app: Served

    @property
    def address(self) -> str:
        """The address of the app."""
        return f"http://{self.app.host}:{self.app.port}"

    def get(self, path: str, /, given: object = (), **headers: str) -> tuple[int, Any]:
        """The status and the JSON of an answer to a question with these parameters, pairs or a mapping."""
        asked = urlencode(given, doseq=True)  # type: ignore[arg-type]
        answer = self.app.answer(f"{path}?{asked}" if asked else path, **headers)
        kind = "application/json" if answer.status == 200 else "application/problem+json"
        assert answer.headers["content-type"] == kind, answer
        return answer.status, json.loads(answer.text)

    def rows(self, path: str, /, given: object = (), **headers: str) -> list[dict[str, Any]]:
        """The rows of an answer."""
        status, answer = self.get(path, given, **headers)
        assert status == 200, answer
        found: list[dict[str, Any]] = answer["rows"]
        return found


@contextmanager
def interface_of(settings: Settings, *options: str) -> Iterator[Interface]:
    """The interface of an explorer of the graph of `settings`."""
    with served(settings.home, *options, database=variables_of(settings)) as app:
        yield Interface(app)
