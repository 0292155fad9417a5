"""The legend: what colours, shapes and lines of the network mean, with the number of each on screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cypher.model.graph import Sign
from explorer.graph.subgraph import Subgraph, Verdict
from explorer.network.messages import Channel, LegendLine
from explorer.network.node_styles import PLAINLY, NodeStyles
from explorer.network.style import (
    MIXED,
    MIXED_COLOUR,
    NODE_LOOKS,
    OTHERS,
    PLANNED_DASH,
    SIGN_COLOURS,
    VERDICT_DASHES,
    VERDICT_MARKS,
    VOICE_STEPS,
    Mark,
    edge_width,
    heading,
    voice_step,
)
from explorer.words import Words


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One entry of the legend.

    `channel` says what the entry explains, `key` is its value. `dash` has the lengths of dash and gap in
    pixels; it is empty for a solid line and None for a node. `width` is the width of the line in pixels,
    `mark` is drawn in its middle. `pressed` says whether the network is filtered by the entry. It is None if
    a click on the entry only highlights its nodes or edges.
    """

    channel: Channel
    key: str
    label: str
    count: int
    colour: str = ""
    shape: str = "line"
    dash: tuple[int, ...] | None = None
    width: float = 2.5
    mark: Mark = ""
    pressed: bool | None = None


Filtered = Mapping[str, Collection[str]]
"""The keys to show, by channel. A channel without keys shows everything."""

_NO_FILTERS = {("sign", MIXED), ("verdict", Verdict.REJECTED)}
"""Entries that cannot filter: ties are mixed only in a bundle, and rejected ties are hidden anyway."""

_FILTERING = frozenset({"kind", "sign", "verdict"})


def legend(
    subgraph: Subgraph,
    words: Words,
    filtered: Filtered | None = None,
    apart: int = 0,
    styles: NodeStyles = PLAINLY,
) -> tuple[LegendEntry, ...]:
    """Return the legend entries of the subgraph, in a fixed order, without those of count 0.

    With `filtered`, the entries are filters. A channel that filters then also has its entries of count 0.
    `apart` is the number of lasting relations that are not drawn, and that the entry for relations adds.
    `styles` says what the colours of nodes show. Verdicts are explained once there is one: until then, all
    ties are plain.
    """
    entries = (
        *_communities(subgraph, words, styles),
        *_kinds(subgraph, words, styles),
        *_signs(subgraph, words, apart),
        *_voices(subgraph, words),
        *_verdicts(subgraph, words, bool(filtered and filtered.get("verdict"))),
        *_status(subgraph, words),
    )
    if filtered is not None:
        entries = tuple(_pressed(entry, filtered) for entry in entries)
    return tuple(entry for entry in entries if entry.count or _is_left_out(entry, filtered or {}))


def legend_lines(entries: Iterable[LegendEntry]) -> list[LegendLine]:
    """Return the legend entries as the browser gets them."""
    return [
        {
            "channel": entry.channel,
            "key": entry.key,
            "label": entry.label,
            "count": entry.count,
            "colour": entry.colour,
            "shape": entry.shape,
            "dash": None if entry.dash is None else list(entry.dash),
            "width": entry.width,
            "mark": entry.mark,
            "pressed": entry.pressed,
        }
        for entry in entries
    ]


def _pressed(entry: LegendEntry, filtered: Filtered) -> LegendEntry:
    if entry.channel not in _FILTERING or (entry.channel, entry.key) in _NO_FILTERS:
        return entry
    if (entry.channel, entry.key) == ("sign", Sign.RELATION):
        return replace(entry, pressed=bool(filtered.get("relation") or entry.key in filtered.get("sign", ())))
    return replace(entry, pressed=entry.key in filtered.get(entry.channel, ()))


def _is_left_out(entry: LegendEntry, filtered: Filtered) -> bool:
    return entry.pressed is not None and bool(filtered.get(entry.channel))


def _communities(subgraph: Subgraph, words: Words, styles: NodeStyles) -> Iterator[LegendEntry]:
    if styles.by_community:
        for key, colour, name, count in styles.named(subgraph, words):
            yield LegendEntry("community", key, name, count, colour, "dot")


def _kinds(subgraph: Subgraph, words: Words, styles: NodeStyles) -> Iterator[LegendEntry]:
    """Yield an entry for each kind; only its shape means something where colours show communities."""
    counts = Counter(node.kind for node in subgraph.nodes.values())
    for kind, look in NODE_LOOKS.items():
        colour = OTHERS if styles.by_community else look.colour
        yield LegendEntry("kind", kind, heading(words.term(kind)), counts[kind], colour, look.shape)


def _signs(subgraph: Subgraph, words: Words, apart: int) -> Iterator[LegendEntry]:
    drawn = (edge for edge in subgraph.edges.values() if edge.verdict is not Verdict.REJECTED)
    counts = Counter(MIXED if edge.mixed else edge.sign.value for edge in drawn)
    counts[Sign.RELATION.value] += apart
    signs = [*((sign.value, colour) for sign, colour in SIGN_COLOURS.items()), (MIXED, MIXED_COLOUR)]
    for sign, colour in signs:
        yield LegendEntry("sign", sign, _sign_label(sign, words), counts[sign], colour, dash=())


def _sign_label(sign: str, words: Words) -> str:
    """Return the name of a sign; that of neutral ties says what they are."""
    said = f" ({words('appeals, invitations')})" if sign == Sign.NEUTRAL else ""
    return heading(words.term(sign)) + said


def _voices(subgraph: Subgraph, words: Words) -> Iterator[LegendEntry]:
    """Yield an entry for each width of edges, if they differ."""
    drawn = (edge for edge in subgraph.edges.values() if edge.verdict is not Verdict.REJECTED)
    counts = Counter(voice_step(edge.voices) for edge in drawn)
    if len(counts) == 1:
        return
    for step, following in zip(VOICE_STEPS, (*VOICE_STEPS[1:], None), strict=True):
        label = _range_of_voices(step, following, words)
        yield LegendEntry("voices", str(step), label, counts[step], dash=(), width=edge_width(step))


def _range_of_voices(step: int, following: int | None, words: Words) -> str:
    if following is None:
        return words("{number} voices or more", number=step)
    if following == step + 1:
        return words.plural(step, "{number} voice", "{number} voices")
    return words("{first}–{last} voices", first=step, last=following - 1)


def _status(subgraph: Subgraph, words: Words) -> Iterator[LegendEntry]:
    """Yield the entries for ties that only plans or claims by hand support, and for those that are denied."""
    drawn = [edge for edge in subgraph.edges.values() if edge.verdict is not Verdict.REJECTED]
    planned, denied = sum(edge.only_planned for edge in drawn), sum(edge.denied > 0 for edge in drawn)
    yield LegendEntry("status", "planned", words("Only planned"), planned, dash=tuple(PLANNED_DASH))
    yield LegendEntry("denial", "denied", words("Denied"), denied, dash=(), mark="denied")
    made = sum(edge.only_by_hand for edge in drawn)
    yield LegendEntry("origin", "by_hand", heading(words("only by hand")), made, dash=())


def _verdicts(subgraph: Subgraph, words: Words, filters: bool) -> Iterator[LegendEntry]:
    counts = Counter(edge.verdict for edge in subgraph.edges.values())
    if not filters and counts.keys() <= {Verdict.UNREVIEWED}:
        return
    for verdict, lengths in VERDICT_DASHES.items():
        hidden = f" ({words('hidden')})" if verdict is Verdict.REJECTED else ""
        dash = tuple(lengths) if isinstance(lengths, list) else ()
        yield LegendEntry(
            "verdict",
            verdict,
            heading(words.term(verdict)) + hidden,
            counts[verdict],
            dash=dash,
            mark=VERDICT_MARKS.get(verdict, ""),
        )
