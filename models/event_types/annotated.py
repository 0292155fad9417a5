"""Reads sentences with one annotated event as training instances: the trigger word and the event type.

A row is a line of ``plv_train_en.jsonl``: ``{"events": [{"type", "quad", "marked"}]}``. In `marked`, the
sentence has its actor in ``<s>`` and its recipient in ``<t>``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cypher.model.graph import Span
from ingest.extraction.events.told import Told
from ingest.extraction.syntax.sentence import Parse
from models.event_types.coding import CodedScene, code

_TAG = re.compile(r"</?([st])>")
_TELLING = frozenset({"VERB", "NOUN", "AUX"})
OLDER = {"YIELD": ("CONCEDE", "RETREAT")}
"""Types in older gold that PLOVER 2.0 splits into others."""


class Annotated(NamedTuple):
    """One row: the features of the trigger word, the rules' type (None without one), and the gold type."""

    features: frozenset[str]
    rule: str | None
    gold: str


def read_annotated(path: Path) -> list[Annotated]:
    """Return all rows, each with the word that connects its parties."""
    events = [json.loads(line)["events"][0] for line in path.read_text(encoding="utf-8").splitlines()]
    marked = [_unmarked(event["marked"]) for event in events]
    coded = code([text for text, _ in marked], "en")
    found = zip(events, marked, coded, strict=True)
    return [_annotated(scenes, parties, event["type"]) for event, (_, parties), scenes in found]


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return the sentence without marks, and the spans of actor and recipient, in this order."""
    text, opened, parties = "", 0, {}
    position = 0
    for match in _TAG.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match.group().startswith("</"):
            parties[match.group(1)] = Span(opened, len(text))
        opened = len(text)
    return text + marked[position:], tuple(parties[side] for side in sorted(parties))


def _annotated(scenes: Sequence[CodedScene], parties: Sequence[Span], gold: str) -> Annotated:
    told = [(scene, item) for scene in scenes for item in scene.told]
    if told:
        scene, best = max(told, key=lambda pair: _links(pair[1], parties))
        return _seen(scene, best.trigger.head, parties, best.trigger.sense.event_type, gold)
    scene = next((item for item in scenes if _tokens(item.scene.parse, parties)), scenes[0])
    return _seen(scene, _linking(scene.scene.parse, parties), parties, None, gold)


def _seen(scene: CodedScene, index: int, parties: Sequence[Span], rule: str | None, gold: str) -> Annotated:
    both = len(parties) == 2  # some rows mark only one party
    way = scene.linking(index, *parties) if both else frozenset[str]()
    return Annotated(scene.features(index) | way, rule, gold)


def _links(told: Told, parties: Sequence[Span]) -> int:
    """Return how many of the parties take part in an event."""
    spans = [party.span for party in (*told.roles.actors, *told.roles.recipients)]
    return sum(any(span.overlaps(party) for span in spans) for party in parties)


def _tokens(parse: Parse, parties: Sequence[Span]) -> list[list[int]]:
    inside = ([i for i, span in enumerate(parse.spans) if span.overlaps(party)] for party in parties)
    return [tokens for tokens in inside if tokens]


def _linking(parse: Parse, parties: Sequence[Span]) -> int:
    """Return the lowest verb or noun above all parties in the parse."""
    tops = [min(tokens, key=lambda i: len(list(parse.ancestors(i)))) for tokens in _tokens(parse, parties)]
    paths = [[top, *parse.ancestors(top)] for top in tops]
    common = [i for i in _path(paths) if i not in tops and parse.tags[i] in _TELLING]
    return common[0] if common else 0


def _path(paths: Sequence[Sequence[int]]) -> Iterator[int]:
    for index in paths[0] if paths else ():
        if all(index in path for path in paths[1:]):
            yield index
