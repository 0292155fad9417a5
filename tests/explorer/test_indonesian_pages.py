"""Every page in Indonesian says nothing in English: what is said is gathered from the running app."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.model.graph import Sign
from explorer.pages import PAGES
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
ALLOWED = re.compile(
    r"Bahasa Indonesia|Konstelasi \S+|https?://\S+|`[^`]*`|konstelasi [a-z]+|[\w/.-]+\.\w{2,5}\b"
    rf"|\be:tie-\w+|{EXTRACTOR}|country atau person"
)
"""What is not English text: names of programs and files, addresses, ids, and codes that a reader can type."""
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
        "shape",
    }
)
"""Keys of messages to the browser whose values are codes."""

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


def said(app: AppTest) -> Iterator[str]:
    """What a page says: labels, helps, options and values of widgets, and the messages to its components."""
    for kind in ("button", "selectbox", "multiselect", "text_input", "text_area", "toggle", "checkbox"):
        for widget in app.get(kind):
            for name in ("label", "help", "placeholder"):
                yield str(getattr(widget, name, None) or getattr(widget.proto, name, "") or "")
    for widget in (*app.selectbox, *app.multiselect):
        yield from widget.options
    yield from (each.value for each in (*app.markdown, *app.caption))
    yield from (each.proto.label for each in app.get("tab"))
    for frame in app.dataframe:
        yield from map(str, frame.value.columns)
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
