"""Pages and texts with the day on which they were published, and whether it is stated or only guessed."""

# ruff: noqa: E501, ISC004 - markup and texts in one line each

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """What an article shows beside its text, the day to read from it, and whether the day is a guess."""

    shows: str
    day: str | None
    guessed: bool = False


ENGLISH = (
    "The foreign minister of Chile met the trade minister of Norway in Oslo yesterday to talk about salmon and "
    "copper, the ministry said in a statement. Both sides want to double their trade within five years.",
    "Norway also condemned the raid on its embassy in Lima and asked Peru for an explanation. The ambassador was "
    "not in the building when the men broke in, according to two diplomats.",
    "Chile said that it would send a team of experts to Oslo in the next round, which both countries want to hold "
    "as soon as the budget has been settled.",
)
INDONESIAN = (
    "Menteri Luar Negeri Chile bertemu Menteri Perdagangan Norwegia di Oslo kemarin untuk membahas ekspor ikan dan "
    "tembaga, kata kementerian itu dalam keterangan tertulis. Kedua pihak ingin melipatgandakan perdagangan.",
    "Norwegia juga mengecam penyerbuan kedutaannya di Lima dan meminta penjelasan dari Peru. Duta besar tidak berada "
    "di gedung itu ketika para pelaku masuk, menurut dua diplomat.",
    "Chile menyatakan akan mengirim tim ahli ke Oslo pada putaran berikutnya, yang ingin digelar kedua negara "
    "setelah anggaran disepakati.",
)


def page(told: str, language: str) -> str:
    """Return a page; `told` is head, part above, below and within the article, separated by bars (`¦`)."""
    head, above, within, below = ([*told.split("¦"), "", "", ""])[:4]
    paragraphs = "".join(f"<p>{each}</p>" for each in (ENGLISH if language == "en" else INDONESIAN))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>Oslo</title>{head}</head>'
        f"<body>{above}<article><h1>Chile and Norway</h1>{within}{paragraphs}</article>{below}</body></html>"
    )


def ld(content: str) -> str:
    """Return a script of linked data."""
    return f'<script type="application/ld+json">{content}</script>'


PAGES: dict[str, list[Told]] = {
    "en": [
        Told('<meta property="article:published_time" content="2024-03-02T08:00:00Z">', "2024-03-02"),
        Told(ld('{"@type":"NewsArticle","datePublished":"2024-03-02T08:00:00+01:00"}'), "2024-03-02"),
        Told(
            ld(
                '[{"@type":"WebSite","datePublished":"2011-05-01"},{"@type":"NewsArticle","datePublished":"2024-03-02"}]'
            ),
            "2024-03-02",
        ),
        Told(
            ld(
                '{"@graph":[{"@type":"WebPage","datePublished":"2012-01-01"},{"@type":["Article","NewsArticle"],'
                '"datePublished":"2024-03-02"}]}'
            ),
            "2024-03-02",
        ),
        Told(
            ld(
                '{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","url":"https://w.example/other",'
                '"datePublished":"2019-04-04"}]}'
            )
            + "¦<time datetime='2024-03-02'>2 March 2024</time>",
            "2024-03-02",
        ),
        Told(ld('{"@type":"Organization","foundingDate":"1998-01-01"}'), None),
        Told("¦¦<header><time datetime='2024-03-02T10:00'>Saturday</time></header>", "2024-03-02"),
        Told(
            "¦¦¦<aside class='related'><a href='/x'>Old news</a><time datetime='2019-03-02'>2 March 2019</time></aside>",
            None,
        ),
        Told("¦¦<p class='published'>Published 2 March 2024</p>", "2024-03-02"),
        Told(
            '<meta property="article:modified_time" content="2024-05-09">¦<div class="date">2 March 2024</div>',
            "2024-03-02",
        ),
        Told('<meta property="article:modified_time" content="2024-05-09T00:00:00Z">', "2024-05-09", True),
        Told("¦¦¦<footer>© 2026 The Oslo Wire. All rights reserved.</footer>", None),
        Told("¦¦¦<footer>Call us: 2023-04-0517 or +47 2023 1205</footer>", None),
        Told("¦¦<p>The mine in the north was opened in 2013.</p>", None),
        Told('<link rel="canonical" href="https://w.example/2024/03/02/chile">', "2024-03-02"),
        Told("¦<span itemprop='datePublished' content='2024-03-02'>yesterday</span>", "2024-03-02"),
        Told('<meta name="DC.date.issued" content="2024-03-02">', "2024-03-02"),
        Told('<meta name="parsely-pub-date" content="2024-03-02T00:00:00Z">', "2024-03-02"),
        Told("¦¦<p>The next talks will open on 5 May 2025 in Santiago.</p>", None),
        Told("¦¦¦<section id='comments'><div>Ola, 3 April 2024: Well done.</div></section>", None),
        Told("¦¦¦<footer>Since 1 May 1999. Updated daily.</footer>", None),
        Told("¦¦<p>OSLO, March 1, 2024 - The minister of Chile arrived by train.</p>", "2024-03-01"),
        Told("¦¦<div class='byline'>By Ola Nordmann | Mar 2, 2024, 9:12 AM EST</div>", "2024-03-02"),
        Told("¦¦<p>Updated 9 May 2024. First published on 2 March 2024.</p>", "2024-03-02"),
        Told('<meta property="article:published_time" content="2999-03-02">', None),
        Told(ld('{"@type":"VideoObject","uploadDate":"2017-02-02"}'), None),
        Told('<meta name="viewport" content="2024">', None),
        Told(
            ld('{"@type":"NewsArticle","dateModified":"2024-05-09","datePublished":"2024-03-02"}'),
            "2024-03-02",
        ),
    ],
    "id": [
        Told('<meta name="content_PublishedDate" content="2024-03-02 07:00:00">', "2024-03-02"),
        Told('<meta name="publishdate" content="2024/03/02 07:00:00">', "2024-03-02"),
        Told("¦¦<div class='read__time'>Warta Oslo - 02/03/2024, 07:00 WIB</div>", "2024-03-02"),
        Told("¦¦<div>Sabtu, 02 Mar 2024 12:10 WIB</div>", "2024-03-02"),
        Told("¦¦<div>Diterbitkan: Sabtu, 2 Maret 2024 | 10:15 WIB</div>", "2024-03-02"),
        Told("¦¦<div>Terbit 2 Maret 2024, diperbarui 9 Mei 2024</div>", "2024-03-02"),
        Told("¦¦<div>Diperbarui 9 Mei 2024</div><div>Terbit 2 Maret 2024</div>", "2024-03-02"),
        Told("¦¦<div>Diperbarui: 9 Mei 2024</div>", "2024-05-09", True),
        Told("¦¦<p>OSLO, 1 Maret 2024 - Menteri Chile tiba dengan kereta api.</p>", "2024-03-01"),
        Told("¦¦¦<footer>Hak Cipta © 2026 Warta Oslo</footer>", None),
        Told("¦¦¦<footer>Copyright 2015-2026 Warta Oslo</footer>", None),
        Told("¦¦¦<footer>Telepon 021-2023-0405</footer>", None),
        Told("¦¦<p>Tambang itu dibuka pada 2013.</p>", None),
        Told("¦¦<p>Perjanjian itu mulai berlaku Senin, 1 Desember 2025.</p>", None),
        Told("¦¦¦<aside><h4>Baca juga</h4><a href='/y'>Peru</a> <span>3 Januari 2020</span></aside>", None),
        Told(ld('{"@type":"WebSite","dateCreated":"2009-01-01"}'), None),
        Told(ld('{"@type":"NewsArticle","datePublished":"2024-03-02T07:00:00+07:00"}'), "2024-03-02"),
        Told(
            ld('{"@type":"BreadcrumbList","itemListElement":[]}')
            + ld('{"@type":"Article","datePublished":"2024-03-02"}'),
            "2024-03-02",
        ),
        Told("¦<time datetime='2024-03-02T07:00:00+07:00'>2 Mar</time>", "2024-03-02"),
        Told('<link rel="canonical" href="https://w.example/berita/2024/03/02/oslo">', "2024-03-02"),
        Told('<meta property="og:updated_time" content="2024-05-09">', "2024-05-09", True),
        Told("¦¦<p>Kerja sama itu dimulai pada 17 Agustus 1999.</p>", None),
        Told("¦<ul><li>Jakarta 3 April 2024 31°C</li></ul>", None),
        Told("¦¦<div class='date'>Sabtu 2 Maret 2024</div>", "2024-03-02"),
    ],
}

TEXTS: dict[str, list[Told]] = {
    "en": [
        Told("OSLO, 1 March 2024 - {0}", "2024-03-01"),
        Told("LIMA, March 1, 2024 (Wire) — {0}", "2024-03-01"),
        Told("OSLO, March 1 (Wire) -- {0}", None),
        Told("Chile and Norway\n\nPublished: 1 March 2024\n\n{0}", "2024-03-01"),
        Told("Updated: 2 March 2024\nPublished: 1 March 2024\n\n{0}", "2024-03-01"),
        Told("Last updated 2 March 2024\n\n{0}", "2024-03-02", True),
        Told("By Ola Nordmann\nMarch 1, 2024\n\n{0}", "2024-03-01"),
        Told("{0} (1 March 2024)\n\n{1}", "2024-03-01", True),
        Told("Posted on 2024-03-01\n\n{0}", "2024-03-01"),
        Told("Date: 1 March 2024\n\n{0}", "2024-03-01"),
        Told("{0}\n\nThe deal takes effect on Monday, 1 December 2025.", None),
        Told("{0}\n\nThe report is dated 3 May 2019.", None),
        Told("{0}\n\nCopyright 2024 The Oslo Wire", None),
        Told("{0}\n\nTel. 021-2023-0301", None),
        Told("The treaty of 24 August 1939 was read again. {0}", None),
        Told("1 March 2024 | The Oslo Wire\n\n{0}", "2024-03-01"),
        Told("9:12 am, Friday 1st March 2024\n\n{0}", "2024-03-01"),
        Told("Oslo - March 1st, 2024 - {0}", "2024-03-01"),
        Told("{0}\n\nFirst published on 1 March 2024.", "2024-03-01"),
        Told(
            "{0}\n\nThis article was published on March 1, 2024 and updated on March 5, 2024.", "2024-03-01"
        ),
        Told("The king, born 21 February 1937, was in Oslo. {0}", None),
        Told("The vote will be held on Sunday, 5 May 2024. {0}", None),
        Told("{0}", None),
        Told("OSLO, Friday, March 1, 2024: {0}", "2024-03-01"),
    ],
    "id": [
        Told("OSLO, 1 Maret 2024 - {0}", "2024-03-01"),
        Told("Oslo, 1 Maret 2024 (WARTA) - {0}", "2024-03-01"),
        Told("Oslo, WARTA -- {0} Hal itu dikatakan pada Jumat (1/3).", None),
        Told("Terbit: Jumat, 1 Maret 2024 10:00 WIB\n\n{0}", "2024-03-01"),
        Told("Diperbarui 2 Maret 2024, terbit 1 Maret 2024\n\n{0}", "2024-03-01"),
        Told("Diperbarui: Sabtu, 2 Maret 2024\n\n{0}", "2024-03-02", True),
        Told("Chile dan Norwegia\nJumat, 1 Maret 2024 | 12:10 WIB\n\n{0}", "2024-03-01"),
        Told("Oslo, 1/3/2024 – {0}", "2024-03-01"),
        Told("{0}\n\nPerjanjian itu berlaku Senin, 1 Desember 2025.", None),
        Told("Menteri itu tiba, Jumat (1/3/2024). {0}", "2024-03-01", True),
        Told("Pertemuan akan digelar Rabu (14/2/2024). {0}", None),
        Told("{0} (1/3/2024)\n\n{1}", "2024-03-01", True),
        Told("{0}\n\n[Oslo, 1 Maret 2024]", "2024-03-01"),
        Told("Diunggah pada 1 Maret 2024\n\n{0}", "2024-03-01"),
        Told("Tanggal: 1 Maret 2024\n\n{0}", "2024-03-01"),
        Told("Dipublikasikan 01/03/2024, 09:12\n\n{0}", "2024-03-01"),
        Told("Oleh Kari Nordmann\n1 Mar 2024\n\n{0}", "2024-03-01"),
        Told("{0}\n\nHak cipta 2024 Warta Oslo", None),
        Told("{0}\n\nTelp. 021-2023-0301", None),
        Told("Perjanjian 24 Agustus 1939 dibacakan lagi. {0}", None),
        Told("Raja itu, lahir 21 Februari 1937, berada di Oslo. {0}", None),
        Told("{0}", None),
        Told("Artikel ini pertama kali terbit pada 1 Maret 2024.\n\n{0}", "2024-03-01"),
        Told("OSLO - Jumat, 1 Maret 2024. {0}", "2024-03-01"),
    ],
}
