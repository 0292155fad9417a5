"""The names of what the session keeps: each once, and nowhere as text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from explorer.view import keys

EXPLORER = Path(keys.__file__).parents[1]
AS_TEXT = re.compile(
    r"""session_state(?:\.(?:get|pop|setdefault)\(|\[)\s*["']|["'] (?:not )?in st\.session_state"""
)


def test_no_two_pages_mean_different_things_by_one_name() -> None:
    named = Counter(value for name, value in vars(keys).items() if name.isupper())
    assert len(named) > 40
    assert [value for value, times in named.items() if times > 1] == []


def test_no_page_names_a_key_by_its_text() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in EXPLORER.rglob("*.py")}
    assert sum("session_state[keys." in text for text in sources.values()) > 10
    assert [path.name for path, text in sources.items() if AS_TEXT.search(text)] == []
