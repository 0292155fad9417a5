"""Pages and texts whose day is stated, guessed or unknown, among the dates of other things."""

# ruff: noqa: E501 - markup and texts in one line each

from __future__ import annotations

from typing import NamedTuple


class Shown(NamedTuple):
    """What an article shows, the day, month or year to read from it, and whether that is a guess.

    A page shows four parts, separated by bars (`¦`): head, above, below the title and below the article.
    """

    shows: str
    known: str | None
    guessed: bool = False


TEXT = {
    "en": "Kenya recalled its ambassador from Somalia on Monday. The foreign ministry condemned the decision of Somalia yesterday.",
    "id": "Malaysia memanggil duta besar Myanmar pada Senin. Kementerian luar negeri mengecam keputusan Myanmar kemarin.",
}
TITLE = {"en": "Kenya recalls envoy from Somalia", "id": "Malaysia panggil duta besar Myanmar"}


def page(shown: str, language: str) -> str:
    """Return the page that shows these parts around the text of the language."""
    head, above, within, below = ([*shown.split("¦"), "", "", ""])[:4]
    article = f"<article><h1>{TITLE[language]}</h1>{within}<p>{TEXT[language]}</p></article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{above}{article}{below}</body></html>"


def _linked(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


PAGES: dict[str, list[Shown]] = {
    "en": [
        Shown(
            '<meta property="article:published_time" content="2024-05-06T08:00:00+03:00">¦¦¦<footer>© 2026 Nairobi Ledger</footer>',
            "2024-05-06",
        ),
        Shown("¦¦¦<footer>Copyright © 2026 Nairobi Ledger. All rights reserved.</footer>", None),
        Shown(
            '¦¦¦<aside><h2>Related</h2><a href="/x">Old</a> <time datetime="2019-01-02">2 January 2019</time></aside>',
            None,
        ),
        Shown('¦¦¦<div><h3>Floods in Accra</h3><time datetime="2020-07-07">7 July 2020</time></div>', None),
        Shown(
            _linked('{"@type":"NewsArticle","headline":"Rain in Mombasa","datePublished":"2021-09-09"}'), None
        ),
        Shown(
            _linked(
                '{"@graph":[{"@type":"NewsArticle","headline":"Rain in Mombasa","datePublished":"2021-09-09"},'
                '{"@type":"NewsArticle","headline":"Kenya calls its envoy home","datePublished":"2024-05-06"}]}'
            ),
            "2024-05-06",
        ),
        Shown(
            _linked('{"@type":"NewsArticle","dateModified":"2024-06-01","datePublished":"2024-05-06"}'),
            "2024-05-06",
        ),
        Shown("¦¦¦<p>Newsroom: 2024 0506 11, fax 05-06-2024-77</p>", None),
        Shown("¦¦<p>By Amina Yusuf | May 6, 2024 | 3 min read</p>", "2024-05-06"),
        Shown('¦¦<div><time datetime="2024-05-06T09:00">6 May</time></div>', "2024-05-06"),
        Shown('<meta property="article:modified_time" content="2024-05-08">', "2024-05", True),
        Shown('<link rel="canonical" href="https://ledger.example/2024/05/06/kenya">', "2024-05-06"),
        Shown('<meta name="dc.date" content="2024-05">', "2024-05"),
        Shown('<meta name="dc.date" content="2024">¦¦<p>Published 6 May 2024</p>', "2024-05-06"),
    ],
    "id": [
        Shown(
            '<meta property="article:published_time" content="2024-05-06">¦¦¦<footer>© 2026 Harian Sungai</footer>',
            "2024-05-06",
        ),
        Shown("¦¦¦<footer>Hak cipta © 2026 Harian Sungai</footer>", None),
        Shown("¦¦¦<p>© 1999-2026 Harian Sungai</p>", None),
        Shown(
            '¦¦¦<section class="baca-juga"><h3>Baca juga</h3><a href="/x">Lama</a> <time datetime="2019-01-02">2 Januari 2019</time></section>',
            None,
        ),
        Shown('¦¦¦<div><h3>Banjir di Semarang</h3><time datetime="2020-07-07">7 Juli</time></div>', None),
        Shown(
            _linked('[{"@type":"NewsArticle","headline":"Banjir di Semarang","datePublished":"2021-09-09"}]'),
            None,
        ),
        Shown(
            _linked(
                '[{"@type":"NewsArticle","headline":"Banjir di Semarang","datePublished":"2021-09-09"},'
                '{"@type":"NewsArticle","headline":"Malaysia Panggil Dubes","datePublished":"2024-05-06"}]'
            ),
            "2024-05-06",
        ),
        Shown("¦¦<div class='date'>Senin, 6 Mei 2024 14:05 WIB</div>", "2024-05-06"),
        Shown("¦¦<p>Oleh Siti Rahma | 6 Mei 2024 | 3 menit baca</p>", "2024-05-06"),
        Shown("¦¦¦<p>Redaksi: (021) 2024-0506, WA 0812-2024-0506</p>", None),
        Shown('<link rel="canonical" href="https://sungai.example/2024/05/06/malaysia">', "2024-05-06"),
        Shown('¦¦<div><time datetime="2024-05-06T09:00">6 Mei</time></div>', "2024-05-06"),
        Shown('<meta property="og:updated_time" content="2024-05-08">', "2024-05", True),
    ],
}

TEXTS: dict[str, list[Shown]] = {
    "en": [
        Shown("NAIROBI, May 6, 2024 (Ledger) - {}", "2024-05-06"),
        Shown("Kenya recalls envoy\nUpdated 8 May 2024, Published 6 May 2024\n\n{}", "2024-05-06"),
        Shown("{} The treaty of 4 March 2011 is still in force, the ministry said.", None),
        Shown("{}\n\nOrder no. 2024-05-06-778, call +254 20 2024 0506.", None),
        Shown("Kenya recalls envoy\nLast updated: 8 May 2024\n\n{}", "2024-05", True),
        Shown("{}\n\nRef 06/05/2024-12 - filed.", None),
        Shown("{}\n\nRetrieved 3 June 2025 from the archive.", None),
        Shown("Accessed: 3 June 2025\n\n{}", None),
        Shown("Printed on 3 June 2025\n\n{}", None),
        Shown("{} (6 May 2024)\n\nTalks go on.", "2024-05", True),
        Shown("{} Kenya and Somalia met on Monday, May 6, 2024.", "2024-05", True),
        Shown("{}\n\nISSN 2024-0506, vol. 6/5/2024/3.", None),
    ],
    "id": [
        Shown("KUALA LUMPUR, 6 Mei 2024 - {}", "2024-05-06"),
        Shown("{} Keduanya bertemu Senin (6/5/2024).", "2024-05", True),
        Shown("Malaysia panggil duta\nDiperbarui: 8 Mei 2024 | Terbit: 6 Mei 2024\n\n{}", "2024-05-06"),
        Shown("{} Perjanjian 4 Maret 2011 masih berlaku, kata kementerian.", None),
        Shown("{}\n\nSurat Nomor 06/05/2024-77/KL, telepon 021-2024-0506.", None),
        Shown("{}\n\nNomor 06/05/2024 - Pengadilan.", None),
        Shown("Diakses: 3 Juni 2025\n\n{}", None),
        Shown("Dicetak pada 3 Juni 2025\n\n{}", None),
        Shown("{}\n\nDiunduh 3 Juni 2025", None),
        Shown("Malaysia dan Myanmar bertemu pada Senin, 6 Mei 2024. {}", "2024-05", True),
        Shown("{}\n\nRedaksi 021-2024-0506", None),
    ],
}
