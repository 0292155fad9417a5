"""The list of queries: favourites, analysts' own, the catalogue's, and those run in this session."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from cypher.catalog.catalog import Statement
from cypher.catalog.parameters import ParameterType
from cypher.desk.own_queries import OwnQuery
from explorer.acts.opening import AskAgain, ChooseQuery, OpenQuery
from explorer.elements import Element, element, empty_state
from explorer.panels.widgets import badge
from explorer.phrases import Phrase, Plural, Said, Term, Translated, joined, say
from explorer.queries.asking import TYPED, Asked
from explorer.words import Words

_ENTITY_TYPES = (ParameterType.ENTITY, ParameterType.COUNTRY)


def title_of(query: Statement, words: Words) -> str:
    """Return the title of a query in the reader's language."""
    return titled(query).said(words)


def titled(query: Statement) -> Phrase:
    """Return the title as a phrase."""
    return Translated(query.titles, query.title)


def found(queries: Mapping[str, Statement], text: str, words: Words) -> dict[str, Statement]:
    """Return the queries that have all words of `text` in title, description, subject or tags."""
    asked = text.casefold().split()
    return {
        name: query
        for name, query in queries.items()
        if all(word in _searched(query, words) for word in asked)
    }


def _searched(query: Statement, words: Words) -> str:
    parts = (
        *query.titles.values(),
        query.description,
        words(query.description),
        query.subject,
        words.term(query.subject),
        *query.tags,
    )
    return " ".join(parts).casefold()


def query_list(queries: Mapping[str, Statement], stars: Collection[str], chosen: str) -> tuple[Element, ...]:
    """Return the list of queries by subject, favourites first, with the chosen one marked."""

    def line(title: Said, name: str) -> Element:
        return element("li", title, look="here" if name == chosen else "", act=ChooseQuery(name))

    own = element("ul", line(say("Type your own Cypher"), TYPED), look="list")
    typed = element("section", element("h3", say("Cypher")), own)
    return (typed, *_sections(queries, stars, line))


def fitting_list(queries: Mapping[str, Statement], entities: Sequence[str]) -> tuple[Element, ...]:
    """Return the list of queries that fit the selected entities, by subject."""

    def line(title: Said, name: str) -> Element:
        return element("li", title, act=OpenQuery(name, tuple(entities)))

    return tuple(_sections(queries, (), line))


def _sections(
    queries: Mapping[str, Statement],
    stars: Collection[str],
    line: Callable[[Said, str], Element],
) -> Iterator[Element]:
    """Yield a list of queries for each subject; `line` makes a line from a title and a name."""
    subjects: dict[str, list[Statement]] = {}
    for name, query in queries.items():
        if name in stars:
            subjects.setdefault("favourites", []).append(query)
    for query in queries.values():
        subject = "saved by analysts" if query.subject == "own" else query.subject
        subjects.setdefault(subject, []).append(query)
    for name, members in subjects.items():
        lines = (line(titled(query), query.name) for query in members)
        yield element("section", element("h3", Term(name)), element("ul", *lines, look="list"))


def nothing_matches(text: str) -> Element:
    """Return the message for a search without results, with what to try."""
    return empty_state(
        say("No query matches “{asked}”", asked=text),
        say("Search for a subject or a tag, or type your own Cypher."),
    )


def asked_list(asked: Sequence[Asked]) -> Element | None:
    """Return the list of queries run in this session; a click runs one again."""
    if not asked:
        return None
    lines = (_asked_line(number, each) for number, each in enumerate(asked))
    heading = element("h3", say("Run in this session"))
    return element("section", heading, element("ul", *lines, look="list"))


def _asked_line(number: int, asked: Asked) -> Element:
    rows: Said = say("refused")
    if asked.rows is not None:
        rows = Plural(asked.rows, "{number} row", "{number} rows")
    given = ", ".join(value for name, value in asked.link.items() if name not in ("query", "cypher"))
    about = joined(" · ", (asked.at, rows, f"{asked.seconds:.1f} s", given[:60]))
    return element(
        "li",
        element("span", element("span", asked.title), element("small", about), look="stack"),
        act=AskAgain(number),
    )


def query_head(query: Statement, own: OwnQuery | None) -> Element:
    """Return the head of a query: title, description, tags, and the author if it is an analyst's."""
    return element(
        "div",
        element("h2", titled(query)),
        element("p", _ours(query.description, own), look="lead") if query.description else None,
        element("div", *_badges(query, own), look="row"),
        look="head",
    )


def _ours(text: str, own: OwnQuery | None) -> Said:
    """Return a text of a shipped query, which is translated, or of an analyst's, which stays as it is."""
    return text if own else say(text)


def _badges(query: Statement, own: OwnQuery | None) -> Iterator[Element]:
    if own:
        yield badge(say("version {number} by {author}", number=own.version, author=own.author))
        yield badge(say("shared") if own.shared else say("only mine"))
    for tag in query.tags:
        yield badge(_ours(tag, own))


def fitting(queries: Mapping[str, Statement], entities: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the queries that fit these entities, with the parameters that they fill in.

    A query fits if it takes as many entities as given and has no other required parameters.
    """
    filled: dict[str, dict[str, str]] = {}
    for name, query in queries.items():
        slots = [p for p in query.parameters if p.type in _ENTITY_TYPES]
        needed = [p for p in slots if p.required]
        chosen = needed if needed else slots[:1]
        if len(chosen) == len(entities) and all(p in chosen for p in query.parameters if p.required):
            filled[name] = {p.name: entity for p, entity in zip(chosen, entities, strict=True)}
    return filled
