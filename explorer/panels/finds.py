"""What the page *Search* found: actors, pairs, queries, pages, sentences and articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cypher.catalog.catalog import Statement
from cypher.model.search_words import hits
from cypher.records.explore import FoundEntity, KeyedEntity, ListedDocument
from explorer.acts import Act
from explorer.acts.opening import (
    GoToPage,
    OpenDocument,
    OpenEntity,
    OpenPair,
    OpenProfile,
    OpenQuery,
    OpenSentence,
)
from explorer.elements import Element, element
from explorer.panels.collecting import collecting_sentence
from explorer.panels.widgets import listed, named
from explorer.phrases import Plural, Published, Term, Translated, joined, say
from explorer.text import Mark, marked


def actors_found(rows: Iterable[FoundEntity | KeyedEntity]) -> Element | None:
    """List actors; a click opens the page of one, the button its network."""
    return listed(say("Actors"), map(_actor_line, rows))


def _actor_line(row: FoundEntity | KeyedEntity) -> Element:
    about = joined(" · ", (Term(row.kind), Plural(row.ties, "{number} tie", "{number} ties")))
    name = element("span", named(row.name, row.kind), element("small", about), look="stack")
    return element(
        "li",
        element("div", name, look="line", act=OpenProfile(row.id)),
        element("button", say("Network"), look="act", act=OpenEntity(row.id)),
    )


def pairs_found(actors: Sequence[KeyedEntity]) -> Element | None:
    """List each pair of the named actors."""
    pairs = [(one, other) for place, one in enumerate(actors) for other in actors[place + 1 :]]
    lines = (
        element("li", f"{one.name} – {other.name}", act=OpenPair(one.id, other.id)) for one, other in pairs
    )
    return listed(say("Pairs"), lines)


def queries_found(queries: Mapping[str, Statement]) -> Element | None:
    """List saved queries."""
    lines = (
        element("li", Translated(query.titles, query.title), act=OpenQuery(name, ()))
        for name, query in queries.items()
    )
    return listed(say("Queries"), lines)


def pages_found(pages: Mapping[str, str]) -> Element | None:
    """List pages, whose titles are given by path."""
    return listed(
        say("Pages"), (element("li", say(title), act=GoToPage(path)) for path, title in pages.items())
    )


def sentences_found(rows: Sequence[Mapping[str, Any]], forms: list[list[str]], most: int) -> Element | None:
    """List sentences with the found words marked; a click opens the article at the sentence.

    A button adds a sentence to a case. If there are as many as `most`, there may be more, which the heading
    does not hide.
    """
    if not rows:
        return None
    counted = Plural(len(rows), "{number} sentence", "{number} sentences")
    heading = counted if len(rows) < most else say("The newest {number} sentences", number=len(rows))
    return listed(heading, (_sentence_line(row, forms) for row in rows))


def _sentence_line(row: Mapping[str, Any], forms: list[list[str]]) -> Element:
    published = Published(row["published_on"], row["published_precision"], row["published_guessed"])
    claims = Plural(row["claims"], "{number} claim", "{number} claims") if row["claims"] else None
    about = joined(" · ", (published, row["publisher"], row["title"], claims))
    text = marked(row["sentence"], [Mark(span, "found") for span in hits(row["sentence"], forms)])
    place = row["document"], row["start"], row["end"]
    shown = element("span", element("span", *text), element("small", about), look="stack")
    return element(
        "li", element("div", shown, look="line", act=OpenSentence(*place)), collecting_sentence(*place)
    )


def articles_found(rows: Iterable[ListedDocument]) -> Element | None:
    """List articles by their titles."""
    return listed(say("Titles"), map(_article_line, rows))


def _article_line(row: ListedDocument) -> Element:
    published = Published(row.published_on, row.published_precision, row.published_guessed)
    about = element("small", joined(" · ", (published, row.publisher)))
    act: Act = OpenDocument(row.document)
    return element("li", element("span", element("span", row.title), about, look="stack"), act=act)
