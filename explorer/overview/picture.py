"""Turns the whole graph into what the browser draws: positions, sizes, colours and names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cypher.analysis.communities import communities
from cypher.model.blocs import bloc_of, levelled
from cypher.model.graph import Sign
from explorer.graph.appearance import LEAST
from explorer.graph.whole import MIXED, SIGNS, Numbers, Whole
from explorer.network.style import GROUP_COLOURS, MIXED_COLOUR, OTHERS, SIGN_COLOURS, plain_text
from explorer.overview.layout import layout
from explorer.overview.messages import OverviewColouring, OverviewGroup, OverviewPicture, OverviewSign
from explorer.words import Words

COMMUNITY, BLOC = "community", "bloc"
"""The names of the colourings."""

NAME_LENGTH = 80
"""Maximum number of characters of a name."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Positions and communities of the nodes of a graph. Both depend only on its nodes and pairs."""

    xy: Numbers
    community: tuple[int, ...]


def drawn_overview(whole: Whole) -> Drawn:
    """Lay out the graph and find its communities; takes about six seconds for 50,000 nodes."""
    weights = np.log1p(whole.claims).tolist()
    ties = zip(whole.pairs[:, 0].tolist(), whole.pairs[:, 1].tolist(), weights, strict=True)
    levels = communities(len(whole.nodes), ties)
    return Drawn(layout(len(whole.nodes), whole.pairs, levels), tuple(levels[-1]))


def picture_text(whole: Whole, drawn: Drawn, day: str | None, words: Words) -> str:
    """Return an `OverviewPicture` as JSON text. `day` (ISO date) says which members the blocs have."""
    names = [plain_text(node.name, NAME_LENGTH) or words("(no name)") for node in whole.nodes]
    picture: OverviewPicture = {
        "ids": [node.id for node in whole.nodes],
        "names": names,
        "kinds": [words.term(node.kind) for node in whole.nodes],
        "x": drawn.xy[:, 0].tolist(),
        "y": drawn.xy[:, 1].tolist(),
        "degrees": whole.degrees.tolist(),
        "ends": whole.pairs.ravel().tolist(),
        "signs": whole.signs.tolist(),
        "sign_looks": _sign_looks(whole, words),
        "colourings": {
            COMMUNITY: _by_community(drawn.community, names, words),
            BLOC: _by_bloc(whole, day, words),
        },
    }
    return json.dumps(picture, ensure_ascii=False, separators=(",", ":"))


def _sign_looks(whole: Whole, words: Words) -> list[OverviewSign]:
    counts = np.bincount(whole.signs, minlength=len(SIGNS)).tolist()
    colours = {sign: SIGN_COLOURS[Sign(sign)] for sign in SIGNS if sign != MIXED} | {MIXED: MIXED_COLOUR}
    return [
        {"label": words.term(sign), "colour": colours[sign], "count": count}
        for sign, count in zip(SIGNS, counts, strict=True)
    ]


def _by_community(community: Sequence[int], names: Sequence[str], words: Words) -> OverviewColouring:
    """Colour the largest communities; each is called by its members with the most partners."""
    sizes = Counter(community)
    named = [number for number in sorted(sizes)[: len(GROUP_COLOURS)] if sizes[number] >= LEAST]
    leading: dict[int, list[str]] = {number: [] for number in named}
    for name, number in zip(names, community, strict=True):  # those with the most partners come first
        if number in leading and len(leading[number]) < 2:
            leading[number].append(plain_text(name, 24))
    labels = [f"{', '.join(leading[number])} …" for number in named]
    place = {number: at for at, number in enumerate(named)}
    return _coloured([place.get(number) for number in community], labels, words("Other communities"))


def _by_bloc(whole: Whole, day: str | None, words: Words) -> OverviewColouring:
    """Colour nodes by the bloc of their state; blocs are ordered by rank."""
    blocs = {bloc.entity: bloc for bloc in levelled()}
    place = {entity: at for at, entity in enumerate(blocs)}
    of = [place.get(bloc_of(node.country or node.id, day)) for node in whole.nodes]
    labels = [bloc.label(words.language) for bloc in blocs.values()]
    return _coloured(of, labels, words("In none of these blocs"))


def _coloured(of: Sequence[int | None], labels: Sequence[str], others: str) -> OverviewColouring:
    """Return a colouring with a group for each label, and a last one for nodes without a group."""
    counts = Counter(of)
    groups: list[OverviewGroup] = [
        {"label": label, "colour": GROUP_COLOURS[at], "count": counts[at]} for at, label in enumerate(labels)
    ]
    groups.append({"label": others, "colour": OTHERS, "count": counts[None]})
    return {"groups": groups, "of": [len(labels) if at is None else at for at in of]}
