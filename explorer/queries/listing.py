"""The list of questions: favourites, those of analysts and of the catalogue, and what was asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from cypher.catalog.catalog import Statement
from cypher.catalog.parameters import ParameterType
from cypher.desk.own_queries import OwnQuery
from explorer.elements import Act, Element, element
from explorer.panels.widgets import badge
from explorer.queries.asking import TYPED, Asked
from explorer.words import Words

CHOOSE = "choose query"
RECALL = "recall"

_ENTITY_TYPES = (ParameterType.ENTITY, ParameterType.COUNTRY)


def title_of(query: Statement, words: Words) -> str:
    """The question in the reader's language."""
    return query.titles.get(words.language, query.title)


def found(queries: Mapping[str, Statement], text: str, words: Words) -> dict[str, Statement]:
    """The queries that have all words of `text` somewhere in title, description, subject or tags."""
    asked = text.casefold().split()
    return {
        name: query
        for name, query in queries.items()
        if all(word in _searched(query, words) for word in asked)
    }


def _searched(query: Statement, words: Words) -> str:
    parts = (*query.titles.values(), query.description, query.subject, words.term(query.subject), *query.tags)
    return " ".join(parts).casefold()


def query_list(
    queries: Mapping[str, Statement], stars: Collection[str], chosen: str, words: Words
) -> tuple[Element, ...]:
    """The questions by subject, favourites first, the chosen one marked."""
    subjects: dict[str, list[Statement]] = {}
    for name, query in queries.items():
        if name in stars:
            subjects.setdefault("favourites", []).append(query)
    for query in queries.values():
        subject = "saved by analysts" if query.subject == "own" else query.subject
        subjects.setdefault(subject, []).append(query)
    sections = [_section(words.term(name), members, chosen, words) for name, members in subjects.items()]
    own = _line(words("Type your own Cypher"), TYPED, chosen)
    typed = element("section", element("h3", words("Cypher")), element("ul", own, look="list"))
    return (typed, *sections)


def fitting_list(queries: Mapping[str, Statement], words: Words) -> tuple[Element, ...]:
    """The questions that fit a selection, by subject."""
    _, *sections = query_list(queries, (), "", words)
    return tuple(sections)


def _section(heading: str, members: Iterable[Statement], chosen: str, words: Words) -> Element:
    lines = (_line(title_of(query, words), query.name, chosen) for query in members)
    return element("section", element("h3", heading), element("ul", *lines, look="list"))


def _line(title: str, name: str, chosen: str) -> Element:
    return element("li", title, look="here" if name == chosen else "", act=Act(CHOOSE, name))


def nothing_matches(text: str, words: Words) -> Element:
    """What to try when the search finds no question."""
    return element(
        "div",
        element("h4", words("No question has “{asked}”", asked=text)),
        element("p", words("Search for a subject or a tag, or type your own Cypher."), look="lead"),
        look="empty",
    )


def asked_list(asked: Sequence[Asked], words: Words) -> Element | None:
    """What was asked in this session; a click asks it again."""
    if not asked:
        return None
    lines = (_asked_line(number, each, words) for number, each in enumerate(asked))
    heading = element("h3", words("Asked in this session"))
    return element("section", heading, element("ul", *lines, look="list"))


def _asked_line(number: int, asked: Asked, words: Words) -> Element:
    rows = words("refused") if asked.rows is None else words.count(asked.rows, "row", "rows")
    given = ", ".join(value for name, value in asked.link.items() if name not in ("query", "cypher"))
    about = " · ".join(filter(None, (asked.at, rows, f"{asked.seconds:.1f} s", given[:60])))
    return element(
        "li",
        element("span", element("span", asked.title), element("small", about), look="stack"),
        act=Act(RECALL, str(number)),
    )


def question_head(query: Statement, own: OwnQuery | None, words: Words) -> Element:
    """Title, description and tags, and whose it is."""
    return element(
        "div",
        element("h2", title_of(query, words)),
        element("p", query.description, look="lead") if query.description else None,
        element("div", *_badges(query, own, words), look="row"),
        look="head",
    )


def _badges(query: Statement, own: OwnQuery | None, words: Words) -> Iterator[Element]:
    if own:
        yield badge(words("version {number} by {author}", number=own.version, author=own.author))
        yield badge(words("shared") if own.shared else words("only mine"))
    for tag in query.tags:
        yield badge(tag)


def fitting(queries: Mapping[str, Statement], entities: Sequence[str]) -> dict[str, dict[str, str]]:
    """The queries that can be asked about one or two entities, with the parameters filled in.

    All entities that a query demands must be given, and every given one must be asked about.
    """
    filled: dict[str, dict[str, str]] = {}
    for name, query in queries.items():
        slots = [p for p in query.parameters if p.type in _ENTITY_TYPES]
        needed = [p for p in slots if p.required]
        chosen = needed if needed else slots[:1]
        if len(chosen) == len(entities) and all(p in chosen for p in query.parameters if p.required):
            filled[name] = {p.name: entity for p, entity in zip(chosen, entities, strict=True)}
    return filled
