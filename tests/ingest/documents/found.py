"""Bytes of pages as they are found on disk, and what they must give."""

# ruff: noqa: E501, ISC004 - markup and texts in one line each

from __future__ import annotations

from tests.ingest.documents.days import ENGLISH, INDONESIAN

ARTICLE = "<h1>Chile and Norway</h1>" + "".join(f"<p>{each}</p>" for each in ENGLISH)
NAMES = {
    "windows-1254": "Doğan Şimşek İnönü",
    "windows-1250": "Mirosław Wałęsa Dvořák",
    "iso-8859-2": "Mirosław Wałęsa Dvořák",
    "windows-1251": "Сергей Лавров",
    "koi8-r": "Сергей Лавров",
    "windows-1252": "“José Peña” – café",
    "iso-8859-1": "José Peña café",
    "iso-8859-9": "Doğan Şimşek",
    "utf-8": "Łukasz “Peña”",
    "utf-16": "Łukasz Peña Doğan",
    "gb18030": "习近平主席",
    "shift_jis": "岸田文雄",
    "euc-kr": "윤석열",
    "iso-8859-15": "Œuvre José €",
}
HEADS = [
    '<meta charset="{}">',
    "<META CHARSET='{}'>",
    "<meta charset={}>",
    '<meta http-equiv="Content-Type" content="text/html; charset={}">',
    "<meta content='text/html;charset={}' http-equiv=content-type />",
]


def declared(encoding: str, head: str) -> bytes:
    """Return a page in an encoding that its head declares."""
    name = NAMES[encoding]
    text = f"<!DOCTYPE html><html><head>{head.format(encoding)}</head><body><article><p>{name} spoke.</p>{ARTICLE}"
    return f"{text}</article></body></html>".encode(encoding)


OPENINGS = [
    "<!-- saved from url=(0024)https://w.example/b -->\n<html><body><article>{}</article></body></html>",
    "<!-- a --><!-- b -->\n\n<!DOCTYPE html><html><body><article>{}</article></body></html>",
    '<meta charset="utf-8"><article>{}</article>',
    "<article>{}</article>",
    '<article class="post" data-x="1">{}</article>',
    "<div><div>{}</div></div>",
    "<DIV ID=main>{}</DIV>",
    "<main>{}</main>",
    "<section>{}</section>",
    "<body>{}</body>",
    '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><div>{}</div></body></html>',
    "<title>Oslo</title><body>{}</body>",
    "<link rel=stylesheet href=x.css><article>{}</article>",
    "<script>var a = 1 < 2;</script><article>{}</article>",
    "<style>p {{ color: red }}</style><article>{}</article>",
    "<head><title>Oslo</title></head><body>{}</body>",
    "<p>{}</p>",
    "<header>Oslo</header><article>{}</article>",
    "<table><tr><td>{}</td></tr></table>",
    "<center>{}</center>",
    "\ufeff<!-- x -->\n<html><body>{}</body></html>",
    " " * 3000 + "<html><body><article>{}</article></body></html>",
    "\n\n\n<div>{}</div>",
    "{}",
]
NO_PAGES = [
    "<Wire> Oslo - " + ENGLISH[0],
    "<b> " + ENGLISH[0],
    "< 5 people were hurt. " + ENGLISH[0],
    "<3 " + ENGLISH[0],
    "Oslo <wire@w.example> " + ENGLISH[0],
]

REFUSED = {
    "placeholder": [
        "<html><head><title>Oslo</title></head><body><div id=app></div><noscript>Please enable JavaScript to run this "
        "app.</noscript></body></html>",
        "<html><body><noscript>This site requires JavaScript.</noscript><script>load()</script></body></html>",
        "<html><body><p>JavaScript is disabled in your browser. Please turn on JavaScript to continue.</p></body></html>",
        "<html><body><p>Aktifkan JavaScript untuk melihat halaman ini.</p></body></html>",
        "<html><body><p>Anda perlu mengaktifkan JavaScript untuk menjalankan aplikasi ini.</p></body></html>",
        "<html><body><h1>Just a moment...</h1><p>Checking your browser before you go on. Enable JavaScript and cookies "
        "to continue.</p></body></html>",
        "<html><body><h1>Are you a robot?</h1><p>Please verify you are a human.</p></body></html>",
    ],
    "list": [],
}


def list_page(language: str, dated: bool = True) -> str:
    """Return a page that lists the openings of other articles."""
    texts = (
        [
            "China expelled the envoy of Fiji.",
            "Iran and Iraq signed a deal on the border.",
            "Kenya sent police to Haiti.",
        ]
        if language == "en"
        else [
            "China mengusir utusan Fiji.",
            "Iran dan Irak meneken perjanjian.",
            "Kenya mengirim polisi ke Haiti.",
        ]
    )
    cards = "".join(
        f"<div class=card><h3><a href='/{n}'>{text[:20]}</a></h3><p>{text} It was the third time this year.</p>"
        + (f"<span>{n + 1} March 2024</span>" if dated else "")
        + "</div>"
        for n, text in enumerate(texts * 4)
    )
    return f"<!DOCTYPE html><html lang={language}><head><title>World</title></head><body><h1>World</h1>{cards}</body></html>"


REFUSED["list"] += [
    list_page("en"),
    list_page("id"),
    list_page("en", dated=False),
    list_page("id", dated=False),
]

LIVE = {
    "en": ("Norway said that it had recalled its envoy to Belarus after the arrest of two sailors in port.", "10:{:02} GMT"),
    "id": ("Norwegia mengatakan telah memanggil pulang utusannya di Belarus setelah dua pelaut ditahan.", "10.{:02} WIB"),
}  # fmt: skip


def live_blog(language: str, entry: str = "<h3>{time}</h3><p>{text}</p>", count: int = 8) -> str:
    """Return a page with entries that each have a time of day."""
    text, clock = LIVE[language]
    entries = "".join(entry.format(time=clock.format(50 - n), text=text) for n in range(count))
    return f"<!DOCTYPE html><html lang={language}><head><title>Live</title></head><body><h1>Live</h1>{entries}</body></html>"


REFUSED["live"] = [
    live_blog("en"),
    live_blog("id"),
    live_blog("en", "<div class=post><time>{time}</time><div><p>{text}</p></div></div>"),
    live_blog("id", "<article><p><strong>{time}</strong></p><p>{text}</p></article>"),
]
TIMED = [
    live_blog("en", count=3),
    live_blog("id").replace("<h1>Live</h1>", f"<h1>Laporan</h1><p>{LIVE['id'][0] * 12}</p>"),
    f"<html lang=en><body><h1>Envoys</h1><p>10:32 GMT</p>{'<p>' + LIVE['en'][0] + '</p>'}{'<p>' + LIVE['en'][0] * 5 + '</p>'}</body></html>",
]
"""Articles that state times of day: one or a few, or beside more text of their own."""

TEASERS = {
    "en": [
        "<p><strong>Read also: <a href='/1'>Pakistan bombs Kabul</a></strong></p>",
        "<p>READ MORE: <a href='/1'>Pakistan bombs Kabul</a></p>",
        "<div class='related'><a href='/1'>Pakistan bombs Kabul</a></div>",
        "<aside><p><a href='/1'>Pakistan bombs Kabul</a></p></aside>",
        "<figure><img src=x><figcaption>Pakistan bombs Kabul. Photo: Wire</figcaption></figure>",
        "<p>See also: <a href='/1'>Pakistan bombs Kabul</a></p>",
        "<p><a href='/1'>Pakistan bombs Kabul</a></p>",
        "<ul class='more'><li><a href='/1'>Pakistan bombs Kabul</a></li><li><a href='/2'>Peru recalls envoy</a></li></ul>",
        "<p>Related: <a href='/1'>Pakistan bombs Kabul</a></p>",
        "<div class='teaser'><h3>Pakistan bombs Kabul</h3><p>Pakistan bombs Kabul again.</p></div>",
    ],
    "id": [
        "<p><strong>Baca juga: <a href='/1'>Pakistan mengebom Kabul</a></strong></p>",
        "<p>BACA: <a href='/1'>Pakistan mengebom Kabul</a></p>",
        "<p>Simak juga: <a href='/1'>Pakistan mengebom Kabul</a></p>",
        "<p>Lihat juga <a href='/1'>Pakistan mengebom Kabul</a></p>",
        "<p>Baca selengkapnya: <a href='/1'>Pakistan mengebom Kabul</a></p>",
        "<div class='terkait'><a href='/1'>Pakistan mengebom Kabul</a></div>",
        "<aside><p>Pakistan mengebom Kabul</p></aside>",
        "<figure><img src=x><figcaption>Pakistan mengebom Kabul. (Foto: Warta)</figcaption></figure>",
        "<p><a href='/1'>Pakistan mengebom Kabul</a></p>",
        "<p>Tonton juga: <a href='/1'>Pakistan mengebom Kabul</a></p>",
    ],
}


def with_teaser(teaser: str, language: str) -> str:
    """Return the page of an article that has a teaser of another one between its paragraphs."""
    first, *others = (f"<p>{each}</p>" for each in (ENGLISH if language == "en" else INDONESIAN))
    return (
        f"<!DOCTYPE html><html lang={language}><head><title>Oslo</title></head><body><article><h1>Chile and Norway</h1>"
        f"{first}{teaser}{''.join(others)}</article></body></html>"
    )
