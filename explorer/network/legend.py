"""What the colours, shapes and lines of the network mean, with how many of each are on the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from explorer.network.style import MIXED, MIXED_COLOUR, NODE_LOOKS, SIGN_COLOURS, VERDICT_DASHES, heading
from explorer.subgraph import Subgraph, Verdict
from explorer.words import Words


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One entry of the legend.

    `channel` is kind, sign or verdict, `key` the value of it. `dash` has the lengths of dash and gap in
    pixels, none for a solid line, and is None for a node.
    """

    channel: str
    key: str
    label: str
    count: int
    colour: str = ""
    shape: str = "line"
    dash: tuple[int, ...] | None = None


def legend(subgraph: Subgraph, words: Words) -> tuple[LegendEntry, ...]:
    """The entries for what the subgraph shows, in the order of the visual language; nothing with count 0."""
    entries = (*_kinds(subgraph, words), *_signs(subgraph, words), *_verdicts(subgraph, words))
    return tuple(entry for entry in entries if entry.count)


def _kinds(subgraph: Subgraph, words: Words) -> Iterator[LegendEntry]:
    counts = Counter(node.kind for node in subgraph.nodes.values())
    for kind, look in NODE_LOOKS.items():
        yield LegendEntry("kind", kind, heading(words.term(kind)), counts[kind], look.colour, look.shape)


def _signs(subgraph: Subgraph, words: Words) -> Iterator[LegendEntry]:
    drawn = (edge for edge in subgraph.edges.values() if edge.verdict is not Verdict.REJECTED)
    counts = Counter(MIXED if edge.mixed else edge.sign.value for edge in drawn)
    signs = [*((sign.value, colour) for sign, colour in SIGN_COLOURS.items()), (MIXED, MIXED_COLOUR)]
    for sign, colour in signs:
        yield LegendEntry("sign", sign, heading(words.term(sign)), counts[sign], colour, dash=())


def _verdicts(subgraph: Subgraph, words: Words) -> Iterator[LegendEntry]:
    counts = Counter(edge.verdict for edge in subgraph.edges.values())
    for verdict, lengths in VERDICT_DASHES.items():
        hidden = f" ({words('hidden')})" if verdict is Verdict.REJECTED else ""
        dash = tuple(lengths) if isinstance(lengths, list) else ()
        yield LegendEntry(
            "verdict", verdict, heading(words.term(verdict)) + hidden, counts[verdict], dash=dash
        )
