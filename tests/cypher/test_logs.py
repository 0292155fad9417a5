"""Lines of the log: one JSON object each if that is wanted, and never a line that a text has forged."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

import pytest

from cypher.logs import AsJson, AsText, wants_json

HOSTILE = "Headline\n2026-11-30 ERROR forged\r\x1b[31mred\u2028\u202e\x00end"


def line_of(formatter: logging.Formatter, message: str, *args: object, **fields: object) -> str:
    record = logging.LogRecord("cypher.test", logging.WARNING, "x.py", 1, message, args, None)
    record.__dict__.update(fields)
    return formatter.format(record)


def test_a_line_of_json_has_time_level_logger_message_and_fields() -> None:
    line = json.loads(line_of(AsJson(), "%s took long", "explore/a", statement="explore/x", seconds=1.5))
    assert abs((datetime.now(UTC) - datetime.fromisoformat(line["time"])).total_seconds()) < 60
    assert (line["level"], line["logger"]) == ("warning", "cypher.test")
    assert line["message"] == "explore/a took long"
    assert (line["statement"], line["seconds"]) == ("explore/x", 1.5)


def test_a_text_from_the_news_stays_within_its_line_in_both_forms() -> None:
    as_json, as_text = line_of(AsJson(), "%s", HOSTILE), line_of(AsText(), "%s", HOSTILE)
    assert json.loads(as_json)["message"] == HOSTILE
    assert as_json.isascii()
    for line in (as_json, as_text):
        assert len(line.splitlines()) == 1
        assert not set(line) & set("\x00\x1b\r\n\u202e\u2028")
    assert "Headline" in as_text
    assert "end" in as_text


@pytest.mark.parametrize("formatter", [AsJson(), AsText()])
def test_an_error_keeps_its_traceback(formatter: logging.Formatter) -> None:
    try:
        raise ValueError(HOSTILE)
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "failed", (), (type(error), error, None))
    line = formatter.format(record)
    assert "ValueError" in line
    assert not set(line) & set("\x00\x1b\r\u202e")
    if isinstance(formatter, AsJson):
        assert "forged" in json.loads(line)["exception"]


def test_a_message_that_does_not_fit_its_arguments_is_written_all_the_same() -> None:
    assert "three" in json.loads(line_of(AsJson(), "%s and %s", "three"))["message"]
    assert json.loads(line_of(AsJson(), "x", seconds=float("nan")))["message"] == "x"


@pytest.mark.parametrize(("value", "wanted"), [("json", True), ("JSON", True), ("text", False), ("", False)])
def test_json_is_written_only_if_it_is_wanted(value: str, wanted: bool) -> None:
    assert wants_json({"KONSTELASI_LOG": value}) is wanted
    assert wants_json({}) is False
