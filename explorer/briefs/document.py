"""A whole brief as blocks, from which every format is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cypher.briefs.changing import Changed
from cypher.briefs.items import Item, ItemKind, MonthCount, Standpoint
from cypher.briefs.reading import Brief
from cypher.catalog.catalog import catalog
from cypher.model.graph import Level, Sign
from cypher.model.release import PROGRAM
from explorer.briefs.blocks import Block, Grid, Heading, Line, Look, Picture
from explorer.briefs.charts import chart_blocks
from explorer.briefs.claims import Names, claim_blocks
from explorer.briefs.networks import network_blocks
from explorer.briefs.pictures.curve import Bar, curve_drawing
from explorer.briefs.plain import paragraphs
from explorer.briefs.stated import Fact
from explorer.charts.remarks import NO_CURVE, not_on_curve
from explorer.phrases import Joined, Plural, Said, Term, Translated, joined, say
from explorer.view.lens import lens_name
from explorer.view.level import LEVELS
from explorer.words import Words

_SIGNS = (Sign.COOPERATION, Sign.CONFLICT, Sign.NEUTRAL)
"""The signs of a curve, in the order of its columns."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A brief to show: what has changed since, in its language, as of a moment (ISO, UTC).

    `changes` has one mapping for each item, from claims to what has changed. `is_saved` is false if the brief
    differs from the version that it is based on.
    """

    brief: Brief
    changes: Sequence[Mapping[str, Changed]]
    words: Words
    made_at: str
    names: Names = field(default_factory=dict)
    is_saved: bool = True


def document(shown: Shown) -> list[Block]:
    """Return the blocks of the whole brief."""
    return [
        *head_blocks(shown),
        *(block for at in range(len(shown.brief.items)) for block in item_blocks(shown, at)),
    ]


def head_blocks(shown: Shown) -> Iterator[Block]:
    """Yield the title, who saved it when, and how much has changed since its parts were collected."""
    brief, words = shown.brief, shown.words
    yield Heading(brief.title, 1)
    saved = say(
        "Version {number} by {author}, {when} UTC",
        number=brief.version,
        author=brief.author,
        when=_moment(brief.created_at),
    )
    made = say("compared with the graph on {when} UTC", when=_moment(shown.made_at))
    yield Line(joined(" · ", (saved, made, PROGRAM)).said(words), Look.SOFT)
    if not shown.is_saved:
        yield Line(words("With changes that are not saved"), Look.NOTICE)
    if number := len({claim for each in shown.changes for claim in each}):
        changed = Plural(
            number,
            "{number} claim has changed in the graph since it was collected",
            "{number} claims have changed in the graph since they were collected",
        )
        yield Line(changed.said(words), Look.NOTICE)


def item_blocks(shown: Shown, at: int) -> Iterator[Block]:
    """Yield the blocks of the item with this index."""
    item, words = shown.brief.items[at], shown.words
    if title := item_title(item, shown.names).said(words):
        yield Heading(title)
    if item.seen:
        yield Line(seen_line(item, item.seen).said(words), Look.SOFT)
    yield from (Line(text) for text in paragraphs(item.text))
    yield from _curve_blocks(item, words)
    if item.network:
        yield from network_blocks(item.network, words, shown.names)
    if item.chart:
        yield from chart_blocks(item.chart, words)
    if item.table:
        yield Grid(item.table.columns, item.table.rows)
    yield from _left_out(item, words)
    for claim in item.claims:
        yield from claim_blocks(claim, shown.changes[at].get(claim.claim), words, shown.names)


def item_title(item: Item, names: Names) -> Joined:
    """Name an item by its parties, its query, or its own heading."""
    if item.kind is ItemKind.QUERY:
        known = catalog().get(item.subject)
        return Joined("", (Translated(known.titles, item.heading) if known else item.heading,))
    if item.kind is ItemKind.CLAIM:
        return Joined("", (say("A claim"),))
    if item.kind is ItemKind.NETWORK:
        about = ", ".join(names.get(party.name, party.name) for party in item.parties)
        return joined(": ", (say("Network"), about or say("The ties of the latest news")))
    arrow = " → " if item.directed else " ↔ "
    parties = arrow.join(names.get(party.name, party.name) for party in item.parties)
    sign = Term(item.sign) if item.sign else None
    return joined(" · ", (parties or item.heading, sign))


def seen_line(item: Item, seen: Standpoint) -> Joined:
    """Say under which lens, level, clock and filters an item was collected, by whom and when."""
    by = say("collected by {author} on {when} UTC", author=item.collected_by, when=_moment(item.collected_at))
    return joined(" · ", (*seen_parts(seen), by))


def seen_parts(seen: Standpoint) -> tuple[Said, ...]:
    """Say the lens, the level, the day and the filters under which something is seen."""
    level = LEVELS[Level(seen.level)] if seen.level in set(Level) else seen.level
    return (
        joined(": ", (say("Lens"), lens_name(seen.lens))),
        joined(": ", (say("Level"), say(level))),
        say("as known on {day}", day=seen.known_by) if seen.known_by else say("as known today"),
        *(Fact(name, value) for name, value in seen.filters),
    )


def _left_out(item: Item, words: Words) -> Iterator[Line]:
    if item.more and item.kind is ItemKind.NETWORK:
        kept = say(
            "Only {number} claims are kept here: the newest of each tie, those with the most voices first.",
            number=len(item.claims),
        )
        yield Line(kept.said(words), Look.SOFT)
    elif item.more:
        newest = say("Only the newest {number} claims are kept here.", number=len(item.claims))
        yield Line(newest.said(words), Look.SOFT)
    if item.table and item.table.cut:
        yield Line(words("Only the first rows and columns are kept here."), Look.SOFT)
    if item.kind not in (ItemKind.TEXT, ItemKind.QUERY) and not item.claims:
        yield Line(words("This lens showed no claims."), Look.SOFT)


def _curve_blocks(item: Item, words: Words) -> Iterator[Picture | Line]:
    if item.months:
        yield _curve(item.months, words)
    if item.not_on_curve:
        said = [*([] if item.months else [words(NO_CURVE)]), *not_on_curve(item.not_on_curve, words)]
        yield from (Line(each, Look.SOFT) for each in said)


def _curve(months: Sequence[MonthCount], words: Words) -> Picture:
    signs = {str(sign): words.term(sign) for sign in _SIGNS if any(month.sign == sign for month in months)}
    counts = {(each.month, each.sign): each.claims for each in months}
    rows = [
        [words.day(month), *(words.number(counts.get((month, sign), 0)) for sign in signs)]
        for month in sorted({each.month for each in months})
    ]
    grid = Grid([words("Month"), *signs.values()], rows)
    bars = [Bar(each.month, each.sign, each.claims) for each in months]
    said = words("Claims a month")
    return Picture(lambda: curve_drawing(bars, signs, words), said, said, grid)


def _moment(iso: str) -> str:
    return iso[:16].replace("T", " ")
