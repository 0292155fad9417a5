"""The data files of languages are refused where they contradict themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import UsageError
from ingest.extraction.vocabulary import language


def test_a_list_that_stands_twice_is_refused_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "status.yaml").write_text("held: [ada]\nplanned: [akan]\nheld: [terjadi]\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"status\.yaml, line 3: 'held' stands twice"):
        language._read(tmp_path, "status")
