"""A row of gold that is none is refused in one sentence with its file and line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cypher.errors import UsageError
from ingest.evaluation.gold import read_gold

EVENT = {
    "type": "CONSULT",
    "status": "actual",
    "actor": [{"text": "Rusia"}],
    "recipient": [{"text": "China"}],
}
ROW: dict[str, object] = {
    "text": "Rusia bertemu China.",
    "language": "id",
    "countries": ["RUS", "CHN"],
    "entities": [{"text": "Rusia", "kind": "country"}],
    "events": [EVENT],
}

values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just("\ud800")),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(
            st.sampled_from(["text", "start", "end", "kind", "type", "actor"]), inner, max_size=3
        ),
    ),
    max_leaves=5,
)
FIELDS = ["id", "split", "lang", "file", "files", "texts", "chains", "relations", "question", "answer", *ROW]


def read(folder: Path, line: str | bytes) -> None:
    """Read a file of one row."""
    path = folder / "gold.jsonl"
    path.write_bytes(line if isinstance(line, bytes) else line.encode())
    list(read_gold(path))


def test_the_row_that_the_others_change_is_gold(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(f"\ufeff{json.dumps(ROW)}\n", encoding="utf-8")
    assert len(list(read_gold(tmp_path / "gold.jsonl"))) == 1
    read(tmp_path, json.dumps({**ROW, "text": "Rusia\u2028bertemu China."}, ensure_ascii=False))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"text": 5}, '"text" that is not a text'),
        ({"text": "\ud800"}, "half of a surrogate pair"),
        ({"language": ["id"]}, '"language" that is not a text'),
        ({"id": {}}, '"id" that is not a text or a whole number or null'),
        ({"split": 1}, '"split" that is not a text or null'),
        ({"countries": "RUS"}, '"countries" that is not a list'),
        ({"countries": [1]}, '"countries" with members that are not texts'),
        ({"entities": [{"text": "Rusia", "kind": 1}]}, '"kind" that is not a text'),
        ({"entities": [{"start": True, "end": 3, "kind": "country"}]}, '"start" that is not a whole number'),
        ({"entities": [{"start": -1, "end": 3, "kind": "country"}]}, '"start" below 0'),
        ({"events": [{**EVENT, "actor": "Rusia"}]}, '"actor" that is not a list'),
        ({"events": [{**EVENT, "type": "NONSENSE"}]}, "NONSENSE"),
        ({"events": [{**EVENT, "type": 1}]}, '"type" that is not a text or null'),
        ({"file": "a.txt"}, "--texts"),
    ],
)
def test_a_field_of_the_wrong_type_is_named(tmp_path: Path, changed: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=r"gold\.jsonl, line 1: ") as refused:
        read(tmp_path, json.dumps({**ROW, **changed}))
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[1]", "is no JSON object"),
        ("{", "is not JSON"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"id": ' + "9" * 5000 + "}", "too many digits"),
        ("{}", "none of the shapes"),
        (b"\xff\xfe", "is not UTF-8 (at byte 0)"),
    ],
)
def test_a_line_that_is_no_row_is_named(tmp_path: Path, line: str | bytes, said: str) -> None:
    with pytest.raises(UsageError, match=r"gold\.jsonl") as refused:
        read(tmp_path, line)
    assert said in str(refused.value)


def test_a_line_that_the_texts_do_not_have_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one\ntwo", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps({"file": "a.txt", "line": 3}), encoding="utf-8")
    with pytest.raises(UsageError, match=r"a\.txt has no line 3, only 2"):
        list(read_gold(tmp_path / "gold.jsonl", tmp_path))


@given(st.dictionaries(st.sampled_from(FIELDS), values, max_size=4))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_row_is_gold_or_refused_with_its_line(tmp_path: Path, changed: dict[str, object]) -> None:
    said = refusal(tmp_path, json.dumps({**ROW, **changed}))
    assert said is None or "gold.jsonl, line 1" in said


def refusal(folder: Path, line: str) -> str | None:
    """Why a file of one row is refused; None where it is gold."""
    try:
        read(folder, line)
    except UsageError as refused:
        return str(refused)
    return None
