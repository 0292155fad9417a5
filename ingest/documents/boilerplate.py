"""Finds parts of a text that are not news: links to other articles, datelines, credits, advertisements."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from cypher.model.graph import Span


def boilerplate(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans to ignore, sorted and disjoint. The text is not changed, so all offsets stay valid."""
    found = sorted(Span(*match.span()) for pattern in _patterns(language) for match in pattern.finditer(text))
    joined: list[Span] = []
    for span in found:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Read the expressions of ``boilerplate.yaml`` in the language's folder."""
    path = files("ingest").joinpath("languages", language, "boilerplate.yaml")
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    flags = re.IGNORECASE | re.MULTILINE
    return tuple(re.compile(pattern, flags) for patterns in groups.values() for pattern in patterns)
