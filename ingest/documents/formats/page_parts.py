"""Tells the article of a web page from teasers of others, and from pages that are no article."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml
from lxml import etree

from ingest.documents.markup import Element, text_of
from ingest.documents.records import UnusableError

_NOTICE = re.compile(
    r"java\s?script|captcha|not a robot|are you a robot|verify (?:that )?you are (?:a )?human", re.IGNORECASE
)
_LONGEST_NOTICE = 500
"""A text that mentions JavaScript and is longer than this is an article about it."""

_TEASER = re.compile(
    r"related|terkait|teaser|read-?(?:more|also|next)|baca-?juga|recommend|rekomendasi|newsletter|most-?read|popular|trending",
    re.IGNORECASE,
)
_LONGEST_TEASER = 1500
"""An element with such a class and more text than this contains the article as well."""

_FEW_WORDS = 3
_LEAST_CARDS, _LONGEST_CARD = 4, 600
_OWN_TEXT = 600
"""A page with cards of other articles and less text of its own than this only lists them."""

_TIME_OF_DAY = re.compile(
    r"(?:pukul |jam |at )?\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:wib|wita|wit|gmt|utc|bst|cet|est|edt|ist|local time))?",
    re.IGNORECASE,
)
_LEAST_ENTRIES, _SHORTEST_ENTRY = 5, 60


def drop_teasers(tree: Element) -> None:
    """Remove from a page what is about other articles: related links, captions, "Read also: …"."""
    for heading in list(tree.iter("h2", "h3", "h4", "h5")):
        if _others().fullmatch(text_of(heading).strip(" :")):
            for each in [heading, *heading.itersiblings()]:
                if len(text_of(each)) <= _LONGEST_TEASER:
                    each.drop_tree()
    for each in list(
        tree.iter("aside", "figcaption", "div", "section", "ul", "p", "li", "h2", "h3", "h4", "h5")
    ):
        if each.getparent() is not None and _is_teaser(each):
            each.drop_tree()


@cache
def _others() -> re.Pattern[str]:
    """Return the pattern of headings above other articles, in all languages: a page may use any."""
    folders = (each for each in files("ingest").joinpath("languages").iterdir() if each.is_dir())
    texts = (
        path.read_text("utf-8") for each in folders if (path := each.joinpath("publication.yaml")).is_file()
    )
    words = [word for text in texts for word in yaml.safe_load(text)["others"]]
    return re.compile("|".join(words), re.IGNORECASE)


def check_article(tree: Element, text: str) -> None:
    """Raise `UnusableError` for a page that only asks for JavaScript, lists articles, or is a live blog."""
    shown = text or " ".join(" ".join(each.itertext()) for each in tree.iter("noscript"))
    if len(shown) <= _LONGEST_NOTICE and _NOTICE.search(shown):
        raise UnusableError(
            "shows no article without JavaScript, or only a test for robots",
            "Open it in a browser, and save the page from there.",
        )
    cards = [card for each in tree.iter("h2", "h3", "h4") if (card := _card(each)) is not None]
    if len(cards) >= _LEAST_CARDS and _own_text(tree, set(cards)) < _OWN_TEXT:
        raise UnusableError(
            f"lists {len(cards)} other articles and contains none of its own",
            "Save the pages of the articles.",
        )
    entries = _timed_entries(tree)
    if entries:
        raise UnusableError(
            f"is a live blog: {entries} entries, each with a time of its own",
            "Save the entries that matter as articles of their own.",
        )


def _timed_entries(tree: Element) -> int:
    """Return the number of entries under times of day that make up most of a page; 0 for an article."""
    lengths = [0]
    for element in tree.iter(etree.Element):
        if element.tag in ("script", "style", "noscript"):
            continue
        own = " ".join((element.text or "").split())
        if _TIME_OF_DAY.fullmatch(own):
            lengths.append(0)
        else:
            lengths[-1] += len(own)
        lengths[-1] += len((element.tail or "").strip())
    entries = [length for length in lengths[1:] if length >= _SHORTEST_ENTRY]
    are_most = len(entries) >= _LEAST_ENTRIES and 2 * sum(entries) >= sum(lengths)
    return len(entries) if are_most else 0


def _is_teaser(element: Element) -> bool:
    if element.tag in ("aside", "figcaption"):
        return True
    length = len(text_of(element))
    name = f"{element.get('class', '')} {element.get('id', '')}"
    if element.tag in ("div", "section", "ul") and _TEASER.search(name) and length <= _LONGEST_TEASER:
        return True
    return element.tag in ("p", "li") and _is_only_link(element)


def _is_only_link(element: Element) -> bool:
    """Return whether a paragraph is a link with at most a few words before it: "Read also: …"."""
    links = [text_of(link) for link in element.iter("a") if link.get("href")]
    text = text_of(element)
    if not any(links) or not text.endswith(links[-1]):
        return False
    for link in links:
        text = text.replace(link, "", 1)
    return len(text.split()) <= _FEW_WORDS and len(" ".join(links).split()) > 1


def _card(heading: Element) -> Element | None:
    """Return the element around a heading that links to another article, with its opening."""
    if not any(link.get("href") for link in heading.iter("a")) and heading.getparent().tag != "a":
        return None
    card = heading.getparent()
    while card.getparent() is not None and len(text_of(card)) <= len(text_of(heading)):
        card = card.getparent()
    return card if len(text_of(card)) <= _LONGEST_CARD else None


def _own_text(tree: Element, cards: set[Element]) -> int:
    """Return the number of characters in paragraphs outside of the cards."""
    own = (each for each in tree.iter("p") if not cards & {each, *each.iterancestors()})
    return sum(len(text_of(each)) for each in own)
