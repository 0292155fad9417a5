"""Mark spans of a text: pure functions that turn spans into elements."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cypher.model.graph import Span
from explorer.acts import Act
from explorer.elements import Element, element


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to mark. `look` has its CSS classes, `act` is what a click on it does, `hint` is its tooltip."""

    span: Span
    look: str
    act: Act | None = None
    hint: str | None = None


def marked(text: str, marks: Iterable[Mark], start: int = 0) -> tuple[Element | str, ...]:
    """Return `text` with `marks` on it.

    `start` is the offset of its first character in the text that the spans refer to.

    Overlapping marks are split at each other's ends. The overlap has the looks of all its marks, and the act
    and hint of the shortest mark that has one. Parts of marks outside the text are cut off.
    """
    inside = [mark for mark in (_clipped(mark, text, start) for mark in marks) if mark]
    return tuple(_piece(text, span, inside) for span in _pieces(len(text), inside))


def _clipped(mark: Mark, text: str, start: int) -> Mark | None:
    first, last = max(mark.span.start - start, 0), min(mark.span.end - start, len(text))
    return Mark(Span(first, last), mark.look, mark.act, mark.hint) if first < last else None


def _pieces(length: int, marks: Iterable[Mark]) -> Iterator[Span]:
    edges = sorted({0, length, *(edge for mark in marks for edge in (mark.span.start, mark.span.end))})
    return (Span(first, last) for first, last in itertools.pairwise(edges))


def _piece(text: str, span: Span, marks: list[Mark]) -> Element | str:
    covering = sorted((mark for mark in marks if mark.span.covers(span)), key=_length)
    words = span.of(text)
    if not covering:
        return words
    act = next((mark.act for mark in covering if mark.act), None)
    hint = next((mark.hint for mark in covering if mark.hint), None)
    looks = dict.fromkeys(mark.look for mark in reversed(covering))
    return element("mark", words, look=" ".join(looks), act=act, hint=hint)


def _length(mark: Mark) -> int:
    return mark.span.end - mark.span.start
