"""A brief in each format: everything that it must say, and nothing of the news that becomes active."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from lxml.html import fromstring
from markdown_it import MarkdownIt

from cypher.briefs.changing import Changed
from cypher.briefs.evidence import FrozenClaim
from cypher.briefs.items import FrozenTable, Item, ItemKind, MonthCount, Party, Standpoint, item_of
from cypher.briefs.reading import Brief
from cypher.records.explore import NotOnCurve
from explorer.briefs.blocks import Picture
from explorer.briefs.document import Shown, document
from explorer.briefs.html_page import as_html
from explorer.briefs.markdown import as_markdown, escaped
from explorer.briefs.pictures.shapes import Box, Label, Stroke
from explorer.briefs.pictures.svg import as_svg
from explorer.words import Words

CLAIM = FrozenClaim(
    claim="claim-1",
    event="event-1",
    event_type="ASSAULT",
    sentence="Hamas fighters attacked towns on Saturday.",
    document="document-1",
    confidence=0.8,
    verdict="verified",
    date="2023-10-07",
    date_precision="day",
    title="War & peace",
    publisher="Daily Record",
    url="https://example.org/a?b=1",
    published_on="2023-10-08",
    published_precision="day",
    source_grade="B",
    information_grade=2,
    actors=("Hamas",),
    recipients=("China",),
)
SEEN = Standpoint("mine:siti", "bloc", "2024-01-31", (("since", "2023-01-01"),))
PARTIES = (Party("hamas", "Hamas", "armed_group"), Party("CHN", "China", "country"))
TIE = Item(
    ItemKind.TIE,
    subject="tie-1",
    sign="conflict",
    parties=PARTIES,
    seen=SEEN,
    claims=(
        CLAIM,
        replace(CLAIM, claim="claim-2", published_guessed=True, verdict="none", source_grade=None),
    ),
    collected_by="siti",
    collected_at="2024-02-01T08:09:10+00:00",
)
PAIR = replace(
    TIE,
    kind=ItemKind.PAIR,
    sign="",
    directed=False,
    claims=(),
    months=(MonthCount("2023-10", "conflict", 3), MonthCount("2024-01", "cooperation", 1)),
)
RESULT = Item(
    ItemKind.QUERY,
    heading="My query",
    subject="own/1",
    table=FrozenTable(("a", "b"), (("1", "x"),), cut=True),
)
TEXT = Item(ItemKind.TEXT, heading="Summary", text="First\nline.\n\nSecond paragraph.")
BRIEF = Brief(
    "Gulf", (TEXT, TIE, PAIR, RESULT), "brief-1", 3, "siti", "budi", created_at="2024-02-02T10:11:12"
)
CHANGES: tuple[dict[str, Changed], ...] = ({}, {"claim-2": Changed.REJECTED}, {}, {})


def shown(brief: Brief = BRIEF, language: str = "en") -> Shown:
    names = {"China": "Tiongkok"} if language == "id" else {}
    changes = [*CHANGES, *({} for _ in brief.items)][: len(brief.items)]
    return Shown(brief, changes, Words(language), "2024-03-01T00:00:00+00:00", names)


def hostile(text: str) -> Brief:
    """A brief in which every text that the news or an analyst could write is this one."""
    claim = replace(CLAIM, sentence=text, title=text, publisher=text, url=text, said_by=text, actors=(text,))
    tie = replace(TIE, claims=(claim,), parties=(Party("a", text, "person"), PARTIES[1]))
    result = replace(RESULT, heading=text, table=FrozenTable((text,), ((text,),)))
    return Brief(text, (Item(ItemKind.TEXT, text, text), tie, result), "brief-2", 1, text, text)


EXPECTED = {
    "en": (
        "Gulf",
        "Version 3 by budi, 2024-02-02 10:11 UTC",
        "1 claim has changed in the graph since it was collected",
        "Hamas → China · conflict",
        "Lens: verdicts of siti · Level: blocs · as known on 2024-01-31 · From: 1 Jan 2023",
        "collected by siti on 2024-02-01 08:09 UTC",
        "Hamas → China · Assault · 7 Oct 2023",
        "Hamas fighters attacked towns on Saturday.",
        "Daily Record · published: 8 Oct 2023 · War & peace",
        "Daily Record · published about 8 Oct 2023 (guessed) · War",
        "verdict: verified · grade: B2 · Confidence: likely · 0.80",
        "verdict: not judged · grade: –2",
        "Since then: rejected",
        "October 2023",
        "First line.",
        "Only the first rows and columns are kept here.",
    ),
    "id": (
        "Versi 3 oleh budi",
        "Hamas → Tiongkok · konflik",
        "Lensa: penilaian siti · Tingkat: blok",
        "diketahui per 2024-01-31",
        "Sejak itu: ditolak",
        "penilaian: terverifikasi · nilai sumber: B2",
        "terbit: 8 Okt 2023",
    ),
}


def read(text: str) -> str:
    """The text that a reader sees of Markdown, or what is left of it without its backslashes."""
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", text)


@pytest.mark.parametrize("language", EXPECTED)
def test_markdown_says_everything(language: str) -> None:
    written = read(as_markdown(document(shown(language=language))))
    assert [text for text in EXPECTED[language] if text not in written] == []


def test_a_file_says_that_it_has_changes_which_are_not_saved() -> None:
    for saved in (True, False):
        written = as_markdown(document(replace(shown(), is_saved=saved)))
        assert ("**⚠ With changes that are not saved**" in written) is not saved


HOSTILE = (
    "[click](https://example.invalid)",
    "![x](https://example.invalid/x.png)",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "https://example.invalid/ www.example.invalid mailto:a@example.invalid",
    "<https://example.invalid>",
    "[a]: https://example.invalid\n\n[a]",
    "# heading\n## two\n- list\n1. one\n> quote\n---\n***\n===",
    "```\ncode\n```",
    "    indented",
    "| a | b |\n|---|---|",
    "*em* **strong** ~~gone~~ `code` &lt;b&gt; &copy;",
    "a\\\nb \\[x](y)",
    "footnote[^1]\n\n[^1]: x",
    "$x$ \u202ereversed\u202c \x00\x08\x1b[31m \ud800 \u2028",
    "`` ` ``",
)
MARKUP = (
    "</blockquote></main><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://example.invalid/" onclick="alert(1)',
    "</title><base href=//example.invalid>",
    "</style><style>@import 'https://example.invalid/x.css';</style>",
    "$content ${title} $$ {{x}}",
)
ATTRIBUTES = frozenset(
    {
        *("lang", "charset", "http-equiv", "content", "name", "class", "href", "rel"),
        *("viewbox", "role", "aria-label", "xmlns", "x", "y", "width", "height", "fill", "font-size"),
        *("text-anchor", "points", "stroke", "stroke-width"),
    }
)
ALLOWED = {"h1", "h2", "p", "strong", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "code"}


def calmed(text: str) -> str:
    """A text with as many paragraphs, in which nothing can act."""
    return re.sub(r"[^\n]+", "calm", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_active_in_markdown(text: str) -> None:
    written = as_markdown(document(shown(hostile(text))))
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(written)
    assert {tag.lower() for tag in re.findall(r"<([a-zA-Z0-9]+)", page)} <= ALLOWED
    calm = (
        MarkdownIt("commonmark").enable("table").render(as_markdown(document(shown(hostile(calmed(text))))))
    )
    for tag in ("h1", "h2", "th", "td", "tr", "blockquote", "strong"):
        assert page.count(f"<{tag}>") == calm.count(f"<{tag}>"), tag
    bare = re.sub(r"`[^`]*`", "", written).replace("\\", "")
    assert not re.search(r"\bwww\.|mailto:|\w://|\w@\w", bare)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", written)


@pytest.mark.parametrize("language", EXPECTED)
def test_a_page_says_everything(language: str) -> None:
    page = fromstring(as_html(document(shown(language=language)), "Gulf", Words(language)))
    text = page.text_content()
    assert [each for each in EXPECTED[language] if each not in text] == []
    assert page.get("lang") == language
    assert [link.get("href") for link in page.iter("a")] == ["https://example.org/a?b=1"] * 2


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_no_text_becomes_active_on_a_page(text: str) -> None:
    written, calm = (as_html(document(shown(hostile(each))), each, Words()) for each in (text, calmed(text)))
    page = fromstring(written)
    tags, expected = (Counter(each.tag for each in tree.iter()) for tree in (page, fromstring(calm)))
    assert tags - expected in (Counter(), Counter({"a": 1}))
    assert {name for each in page.iter() for name in each.attrib} <= ATTRIBUTES
    assert all(urlsplit(link.get("href")).scheme in {"http", "https"} for link in page.iter("a"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", written)


def test_a_page_is_complete_without_a_network_and_without_scripts() -> None:
    written = as_html(document(shown()), "Gulf", Words())
    page = fromstring(written)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']")[0].get("content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not [each.tag for each in page.iter("script", "img", "link", "iframe")]
    assert "url(" not in written
    assert "@import" not in written


def test_a_curve_keeps_time_and_puts_conflict_below_the_line() -> None:
    (curve,) = (block for block in document(shown()) if isinstance(block, Picture))
    shapes = curve.draw().shapes
    conflict, cooperation, *_ = (each for each in shapes if isinstance(each, Box))
    (line,) = (each for each in shapes if isinstance(each, Stroke))
    assert conflict.y == line.points[0][1] == cooperation.y + cooperation.height
    assert conflict.height == pytest.approx(3 * cooperation.height)
    assert cooperation.x - conflict.x == pytest.approx(3 * conflict.width / 0.8), "three months apart"
    assert {"cooperation", "conflict", "2024-01"} >= {
        each.text for each in shapes if isinstance(each, Label) and not each.text[0].isdigit()
    }
    assert fromstring(as_svg(curve.draw(), curve.said)).tag == "svg"


def test_escaping_keeps_every_letter() -> None:
    assert escaped("a*b_c [d](e)") == r"a\*b\_c \[d\](e)"
    assert escaped("7. 2023-10-07: - a.") == r"7\. 2023-10-07: - a."
    assert read(escaped("Résumé – “quoted” 50% (2023)")) == "Résumé – “quoted” 50% (2023)"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("1,234 claims have no date and are not drawn.", "1 claim has only a year and is not drawn.")),
        ("id", ("1.234 klaim tidak bertanggal dan tidak digambar.", "1 klaim hanya menyebut tahun")),
    ],
)
def test_a_file_says_below_the_curve_what_it_leaves_out(language: str, said: tuple[str, ...]) -> None:
    part = replace(PAIR, not_on_curve=NotOnCurve(1234, 1))
    page = as_html(document(shown(Brief("Gulf", (part,)), language)), "Gulf", Words(language))
    assert all(page.index("<svg") < page.index(each) for each in said)
    assert item_of(part.id, part.content) == part


def test_a_part_that_leaves_nothing_out_keeps_the_id_of_older_versions() -> None:
    assert "not_on_curve" not in PAIR.content
