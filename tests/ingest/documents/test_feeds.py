"""RSS and Atom files: one article an item, and nothing in a hostile feed that harms."""

from __future__ import annotations

import time
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.documents import Incoming, Skipped, read

FIRST = "Menteri Luar Negeri Indonesia bertemu Menteri Luar Negeri Jepang di Jakarta & Bandung."
SECOND = "Kedua menteri membahas kerja sama pertahanan dan perdagangan kedua negara."
LONG = f"<p>{FIRST.replace('&', '&amp;')}</p><p>{SECOND}</p>"
MARKS = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
ABOUT = "<title>Harian Contoh</title><link>https://harian.example</link><description>x</description>"

RSS_2 = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"{MARKS}><channel>{ABOUT}<language>id-ID</language><item>
<title>Pertemuan &amp; makan</title><link>https://harian.example/1</link><guid>harian-1</guid>
<pubDate>Tue, 10 Oct 2023 01:30:00 +0700</pubDate><dc:creator>A. Penulis</dc:creator>
<description>Ringkas…</description><content:encoded><![CDATA[{LONG}]]></content:encoded></item></channel></rss>"""

RSS_1 = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"{MARKS}><channel rdf:about="https://harian.example">{ABOUT}
<dc:language>id</dc:language></channel><item rdf:about="harian-1"><title>Pertemuan &amp; makan</title>
<link>https://harian.example/1</link><dc:date>2023-10-10T01:30:00+07:00</dc:date>
<content:encoded><![CDATA[{LONG}]]></content:encoded></item></rdf:RDF>"""

ATOM = f"""<?xml version="1.0"?><!-- saved --><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<title>Harian Contoh</title><id>urn:x</id><updated>2023-10-11T00:00:00Z</updated>
<link rel="self" href="https://harian.example/feed"/><entry>
<title type="html">Pertemuan &amp;amp; makan</title>
<id>harian-1</id><link rel="alternate" href="https://harian.example/1"/>
<published>2023-10-10T01:30:00+07:00</published><updated>2023-10-12T00:00:00Z</updated>
<author><name>A. Penulis</name></author><summary>Ringkas…</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{LONG}</div></content></entry></feed>"""


def results(folder: Path, content: str | bytes, name: str = "a.xml") -> list[Incoming | Skipped]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read([path]))


def only(found: Sequence[Incoming | Skipped]) -> Incoming:
    (result,) = found
    assert isinstance(result, Incoming), str(result)
    return result


def rss(items: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<rss version="2.0"{MARKS}><channel>{ABOUT}{items}</channel></rss>'


def item(description: str, more: str = "") -> str:
    return f"<item><title>Judul</title>{more}<description>{description}</description></item>"


@pytest.mark.parametrize("content", [RSS_2, RSS_1, ATOM], ids=["rss 2", "rss 1", "atom"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_item_of_every_kind_of_feed_is_an_article(tmp_path: Path, content: str, encoding: str) -> None:
    result = only(results(tmp_path, content.encode(encoding)))
    document = result.document
    assert document.text.split("\n") == [FIRST, SECOND]
    assert (document.title, document.url) == ("Pertemuan & makan", "https://harian.example/1")
    assert (document.published_on, document.publisher, document.language) == (
        "2023-10-10",
        "Harian Contoh",
        "id",
    )
    assert (result.given_id, result.remarks) == ("harian-1", ())
    assert result.origin.endswith("a.xml, item 1")


def test_a_summary_is_an_article_and_said_to_be_a_teaser_and_nothing_is_reported(tmp_path: Path) -> None:
    whole = "Presiden Rusia bertemu Presiden China di Beijing. " * 15
    short, long, cut, none = results(
        tmp_path, rss(item(FIRST.replace("&", "&amp;")) + item(whole) + item(f"{whole}…") + item(" "))
    )
    assert isinstance(short, Incoming)
    assert short.document.text == FIRST
    assert [isinstance(each, Incoming) and "teaser" in each.remarks[0] for each in (short, long, cut)] == [
        True,
        False,
        True,
    ]
    assert isinstance(none, Skipped)
    assert none.reason.startswith("has no text")
    assert none.origin.endswith("item 4")


@pytest.mark.parametrize(
    "stated", ["Mon, 09 Oct 2023 23:59:00 -1100", "2023-10-09T23:59:00-11:00", "9 Oct 2023"]
)
def test_the_day_is_that_of_the_stated_time_zone(tmp_path: Path, stated: str) -> None:
    found = only(results(tmp_path, rss(item(SECOND, f"<pubDate>{stated}</pubDate><language>id</language>"))))
    assert found.document.published_on == "2023-10-09"


def test_a_date_that_cannot_be_read_is_reported_and_the_item_is_read(tmp_path: Path) -> None:
    found = only(results(tmp_path, rss(item(SECOND, "<pubDate>kapan saja</pubDate>"))))
    assert found.document.published_on is None
    assert any("date “kapan saja” is not understood" in remark for remark in found.remarks)


def test_scripts_and_markup_of_an_item_stay_out_of_its_text(tmp_path: Path) -> None:
    hostile = escape(f"<script>alert(1)</script><p onclick='x()'>{SECOND}</p><style>p{{}}</style>")
    title = "<title>&lt;img src=x onerror=alert(2)&gt;Judul</title>"
    found = only(results(tmp_path, rss(item(hostile).replace("<title>Judul</title>", title))))
    assert found.document.text == SECOND
    assert found.document.title in {"Judul", None}


def test_names_of_characters_and_lone_ampersands_are_repaired(tmp_path: Path) -> None:
    found = only(results(tmp_path, rss(item(f"AT&T&nbsp;&ndash; {SECOND}"))))
    assert found.document.text.replace("\xa0", " ") == f"AT&T – {SECOND}"


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes_and_says_so(tmp_path: Path) -> None:
    first, *_ = results(
        tmp_path, rss(item(SECOND) + "<item><title>Kedua</title><descr").partition("</channel>")[0]
    )
    assert isinstance(first, Incoming)
    assert any("damaged" in remark for remark in first.remarks)


LAUGHS = "".join(f'<!ENTITY l{level + 1} "{f"&l{level};" * 10}">' for level in range(9))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (rss(item("&l9;"), f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>'), "declares XML entities"),
        (
            rss(item("&f;"), '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
            "declares XML entities",
        ),
        (
            rss(item("&f;"), '<!DOCTYPE rss [<!ENTITY % f SYSTEM "http://127.0.0.1:9/x"> %f;]>'),
            "declares XML entities",
        ),
        (rss("<a>" * 100_000), "is nested too deeply"),
        (
            rss("".join(f'<x{n}:a xmlns:x{n}="u{n}"/>' for n in range(20_000))),
            "has more than 100 XML namespaces",
        ),
        (
            rss("<item " + " ".join(f'a{n}="x"' for n in range(100_000)) + "/>"),
            "has an element with more than",
        ),
        (rss("x" * 33_000_000), "has more than 32,000,000 bytes"),
        (rss(""), "is a feed without items"),
        ('<?xml version="1.0"?><urlset><url/></urlset>', "is XML, but neither RSS nor Atom"),
        ("<?xml", "is not XML"),
    ],
    ids=lambda value: value[:30] if len(value) < 60 else "feed",
)
def test_a_feed_that_could_harm_or_is_none_is_refused_soon(tmp_path: Path, content: str, reason: str) -> None:
    began = time.monotonic()
    (result,) = results(tmp_path, content)
    assert isinstance(result, Skipped), result
    assert result.reason.startswith(reason)
    assert str(result).isprintable()
    assert time.monotonic() - began < 20


def test_a_document_type_that_lies_elsewhere_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY nbsp "RAHASIA">', encoding="utf-8")
    found = only(
        results(tmp_path, rss(item(f"{SECOND}&nbsp;"), f'<!DOCTYPE rss SYSTEM "{secret.as_uri()}">'))
    )
    assert "RAHASIA" not in found.document.text


@pytest.mark.parametrize(
    "piece", ["<", "<![CDATA[", "<!--", "&amp;", "<item>", "<item/>", "]]>", "<?x ", "<!DOCTYPE "]
)
def test_a_crowd_of_broken_markup_takes_no_long_time(tmp_path: Path, piece: str) -> None:
    began = time.monotonic()
    assert results(tmp_path, rss(piece * (200_000 // len(piece))), "a.rss")
    assert time.monotonic() - began < 40


@given(
    st.lists(
        st.sampled_from(
            [
                *"<>&;![]/\"'",
                "<item>",
                "</item>",
                "<title>",
                "<description>",
                SECOND,
                "<![CDATA[",
                "]]>",
                "&nbsp;",
                "&#xD800;",
                "\0",
                "xmlns:a='b'",
            ]
        ),
        max_size=30,
    )
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_feed_comes_out_or_is_named(tmp_path: Path, pieces: list[str]) -> None:
    found = results(tmp_path, rss("".join(pieces)))
    assert found
    for each in found:
        assert isinstance(each, Incoming) or str(each).isprintable()
        assert not isinstance(each, Incoming) or each.document.text.encode()
