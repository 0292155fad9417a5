"""Every page in Indonesian says nothing in English: what is said is gathered from the running app."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.model.graph import Sign
from explorer.pages import PAGES
from ingest.datasets.sources import data_sets
from ingest.loading.load import load
from tests.articles import EXTRACTOR, Line, Stated, article
from tests.explorer.opening import opened
from tests.graphs import tie_id

WORDS = tomllib.loads((Path(__file__).parents[2] / "explorer/languages/id.toml").read_text())["words"]
TRANSLATED = {english for english, said in WORDS.items() if english != said}
ENGLISH = re.compile(
    r"\b(the|of|and|with|from|this|that|these|is|are|was|were|not|by|for|who|what|which|your|you|their|"
    r"shows?|open|choose|only|each|between|claims?|ties?|events?|sources?|countr(y|ies)|verdicts?)\b",
    re.IGNORECASE,
)
NAMES = "|".join(re.escape(dataset.title) for dataset in data_sets().values())
ALLOWED = re.compile(
    rf"{NAMES}|(?<!\S)/\S+|Open Event Data Alliance|CC BY \d"
    r"|Bahasa Indonesia|Konstelasi \S+|https?://\S+|`[^`]*`|konstelasi [a-z]+|[\w/.-]+\.\w{2,5}\b"
    rf"|\be:tie-\w+|\b[a-z]+-[0-9a-f]{{20}}\b|{EXTRACTOR}|country atau person"
)
"""What is no English text: names of data sets, licences, programs and files, addresses, ids, codes."""
CODES = frozenset(
    {
        "look",
        "tag",
        "key",
        "act",
        "subject",
        "id",
        "kind",
        "icon",
        "name",
        "json",
        "options",
        "channel",
        "sign",
        "verdict",
        "status",
        "denial",
        "origin",
        "shape",
    }
)
"""Keys of messages to the browser whose values are codes."""
MACHINE = frozenset(
    {
        *("id", "json", "icon", "type", "format", "shortcut", "columns", "raw_value", "raw_values"),
        *("component_name", "deferred_file_id", "form_id", "min", "max", "url", "element_toolbar"),
        *("js_content", "js_source_path", "css_content", "css_source_path", "html_content"),
    }
)
"""Fields of Streamlit's messages that no reader sees."""
STYLE = ("<style", ":material/", "$$")
"""How texts begin that no reader sees either."""

NEWS = article(
    "sanksi",
    "id",
    "Harian Uji",
    "2024-01-15",
    (
        Line("Sanksi baru"),
        Line(
            "Amerika Serikat menjatuhkan sanksi kepada Iran.",
            {"Amerika Serikat": "USA", "Iran": "IRN"},
            (Stated("sanksi", "sanksi", ("USA",), ("IRN",), "SANCTION", date="2024-01-15"),),
        ),
        Line(
            "Indonesia membantu Iran.",
            {"Indonesia": "IDN", "Iran": "IRN"},
            (Stated("bantuan", "membantu", ("IDN",), ("IRN",), "AID", date="2024-01-14"),),
        ),
    ),
)


def texts(value: object) -> Iterator[str]:
    """The texts in a message to the browser."""
    if isinstance(value, dict):
        yield from (text for key, each in value.items() if key not in CODES for text in texts(each))
    elif isinstance(value, list) and not (value and isinstance(value[0], int)):  # a count of the time bar
        yield from (text for each in value for text in texts(each))
    elif isinstance(value, str) and value[:1] in "[{" and value[1:]:
        yield from texts(json.loads(value))
    elif isinstance(value, str):
        yield value


def fields(message: Any) -> Iterator[str]:  # noqa: ANN401 - a message of protobuf has no class of its own
    """Every text in a message of Streamlit to the browser, whatever element it is for."""
    for field, value in message.ListFields():
        for each in value if isinstance(value, Sequence) and not isinstance(value, str | bytes) else [value]:
            if isinstance(each, str) and field.name not in MACHINE and not each.startswith(STYLE):
                yield each
            elif hasattr(each, "ListFields"):
                yield from fields(each)


def elements(block: Any) -> Iterator[Any]:  # noqa: ANN401 - elements and blocks of AppTest
    """The elements of a page and of its blocks, blocks included."""
    yield block
    for child in getattr(block, "children", {}).values():
        yield from elements(child)


def said(app: AppTest) -> Iterator[str]:
    """What a page says: all texts of its elements, its tables, and the messages to its components."""
    for each in elements(app._tree):
        proto = getattr(each, "proto", None)
        yield from fields(proto) if hasattr(proto, "ListFields") else ()
    for frame in app.dataframe:
        yield from map(str, frame.value.columns)
        yield from (cell for cell in frame.value.to_numpy().flatten() if isinstance(cell, str))
    for component in app.get("bidi_component"):
        yield from texts(json.loads(component.proto.json or "{}"))


def in_english(text: str) -> bool:
    """Whether a text is one of the English texts that have a translation, or has English words."""
    left = ALLOWED.sub("", text)
    return left in TRANSLATED or ENGLISH.search(left) is not None


@pytest.mark.parametrize("text", ["Who helps whom", "Network", "Only what you verified", "3 claims"])
def test_english_is_found(text: str) -> None:
    assert in_english(text)


PLACES = [
    *({"page": page.path} for page in PAGES),
    {"page": "network", "centre": "IRN", "entity": "IRN"},
    {"page": "network", "centre": "IRN", "tie": tie_id("USA", "IRN", Sign.CONFLICT)},
    {"page": "documents", "document": NEWS.document.id},
    {"page": "queries", "query": "saved/people/central"},
    {"page": "queries", "query": "saved/bilateral/events", "first": "USA", "second": "IRN"},
]


def test_no_page_says_anything_in_english(graph: Database) -> None:
    load(graph, [NEWS])
    english: dict[str, str] = {}
    for place in PLACES:
        spoken = set(said(opened(language="id", **place)))
        assert len(spoken) > 20, place
        english |= {text: place["page"] for text in spoken if in_english(text)}
    assert not english, "\n".join(f"{page}: {text[:200]}" for text, page in english.items())
