"""Keeps answers on the disk, so that a sentence is asked about once for each model and version."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cypher.model.ids import content_id
from ingest.second_reader import question


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """The kept answers of a model, below a folder. What cannot be written is asked again."""

    folder: Path
    model: str

    def of(self, sentence: str) -> Any:  # noqa: ANN401 - a JSON value
        """Return the kept answer about a sentence, None if there is none that can be read."""
        try:
            return json.loads(self._path(sentence).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, sentence: str, said: object) -> None:
        """Keep an answer about a sentence."""
        path = self._path(sentence)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            unfinished = path.with_suffix(f".{os.getpid()}.part")
            unfinished.write_text(json.dumps(said), encoding="utf-8")
            unfinished.replace(path)

    def _path(self, sentence: str) -> Path:
        name = content_id("answer", question.VERSION, self.model, sentence)
        return self.folder / name.removeprefix("answer-")[:2] / f"{name}.json"
