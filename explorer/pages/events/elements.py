"""What event data become, as elements: a table of the first rows, the data sets, and what was imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cypher.judging.annotations import SOURCE_GRADES
from explorer.elements import Child, Element, element, link
from explorer.phrases import Day, EventType, Mode, Plural, Problem, Said, joined, say
from explorer.work.event_data import DataSet, Imported

_LONGEST = 200

Rows = Sequence[Mapping[str, Any]]


def preview(rows: Rows) -> Iterator[Element]:
    """Show what the first rows become: who did what to whom, when and where; or why nothing."""
    used = [row for row in rows if "rejected" not in row]
    rejected = [row for row in rows if "rejected" in row]
    yield element("h3", say("What the first rows become"))
    if used:
        heads = (say("Who"), say("To whom"), say("What happened"), say("When"), say("Where"))
        yield _table(heads, [_cells(row) for row in used])
    if rejected:
        yield element("h3", say("Rows that cannot be used"))
        yield _reasons(row["said"] for row in rejected)
    if not rows:
        yield element("div", say("The file has no rows."), look="notice")


def data_set_table(known: Iterable[DataSet]) -> Element:
    """Show the data sets that can be imported, with grade and licence."""
    heads = (say("Data set"), say("Grade"), say("Licence"))
    return element(
        "section",
        element("h3", say("Data sets that can be imported")),
        _table(heads, [_about(each) for each in known]),
        element("p", say("The grade says how far the source is trusted, from A to F."), look="soft"),
    )


def imported(done: Imported) -> Iterator[Element]:
    """Say what an import has added."""
    read = Plural(done.read, "{number} event", "{number} events")
    new = Plural(done.new, "{number} new claim", "{number} new claims")
    parts = [read, new, say("{number} known already", number=done.known)]
    if done.withdrawn is not None:
        gone = Plural(
            done.withdrawn,
            "{number} claim of deleted events removed",
            "{number} claims of deleted events removed",
        )
        parts = [*(parts if done.read else ()), gone]
    if done.changed:
        parts.append(say("{number} replaced", number=done.changed))
    yield element("div", element("h3", say("Imported")), element("p", joined(", ", parts)), look="head")
    if done.rejected:
        said = Plural(done.rejected, "{number} row cannot be used.", "{number} rows cannot be used.")
        cut = say("The list below has the first ones.") if done.is_cut else None
        yield element("div", joined(" ", (said, cut)), look="notice")
        yield _reasons(done.first_rejected)


def _reasons(rejected: Iterable[str]) -> Element:
    return element("ul", *(element("li", Problem(each)) for each in rejected), look="reasons")


def _about(dataset: DataSet) -> Sequence[Child]:
    title = link(dataset.home, dataset.title)
    meaning = SOURCE_GRADES.get(dataset.grade)
    return (
        title,
        element("span", dataset.grade, hint=say(meaning) if meaning else None),
        say(dataset.licence),
    )


def _cells(row: Mapping[str, Any]) -> Sequence[Child]:
    dead = row["fatalities"]
    told = " ".join(dict.fromkeys(filter(None, (row["code"], row["label"]))))
    happened = joined(" · ", (EventType(row["event_type"]), Mode(row["event_type"], row["mode"])))
    fatalities = None if dead is None else Plural(dead, "{number} fatality", "{number} fatalities")
    below = joined(" · ", (_short(told), fatalities))
    return (
        _short(", ".join(row["actors"])),
        _short(", ".join(row["recipients"])),
        element("span", happened, element("small", " ", below)),
        Day(row["date"]),
        _short(row["place"] or row["country"] or ""),
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _table(heads: Sequence[Said], rows: Sequence[Sequence[Child]]) -> Element:
    head = element("tr", *(element("th", each) for each in heads))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows)
    return element("table", element("thead", head), element("tbody", *body), look="events")
