"""Colours of series: hue means sign as in the network, a tint means words instead of deeds.

Other series, such as languages, have none of the colours of signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import altair as alt
import pandas as pd

from cypher.model.graph import Sign
from cypher.model.ontology import quads
from explorer.network.style import MIXED, MIXED_COLOUR, SIGN_COLOURS
from explorer.words import Words

PLAIN = "#73859A"
"""The colour of what has no sign."""

OTHERS = ("#009E73", "#E69F00", "#8E6BBF", "#73859A", "#B0766F", "#7A9A3A", "#C2A64B", "#A06C9C")

_WIDTH, _LETTER, _SYMBOL, _LONGEST = 900, 7, 50, 300
"""Pixels: of a legend at least, of a letter and of a symbol with its space, and of a name at most."""
_DASH = [5, 4]

_TINTS: Mapping[Sign, str] = {Sign.COOPERATION: "#8CC4E6", Sign.CONFLICT: "#F6B98A"}
"""The colours of verbal cooperation and conflict."""

_DEEDS = (2, 4)
"""The quads of material cooperation and conflict."""


@dataclass(frozen=True, slots=True)
class Paint:
    """The colour that fills a mark, that of its outline and of a line, and whether the line is dashed."""

    fill: str
    outline: str
    dashed: bool = False

    @classmethod
    def of(cls, colour: str) -> Paint:
        """Return the paint of one colour."""
        return cls(colour, colour)


def paints(words: Words) -> dict[str, Paint]:
    """Return the paint of each sign and of each kind of word or deed, by its names in the reader's language.

    Deeds come before words.
    """
    signs = {words.term(sign): Paint.of(colour) for sign, colour in SIGN_COLOURS.items()}
    mixed = {words.term(MIXED): Paint.of(MIXED_COLOUR)}
    numbers = (*_DEEDS, *(number for number in quads() if number not in _DEEDS))
    return signs | mixed | {name: quad_paint(number) for number in numbers for name in _names(number, words)}


def _names(number: int, words: Words) -> tuple[str, str]:
    return words.quad(number), words.term(quads()[number].code)


def quad_paint(number: int) -> Paint:
    """Return the paint of one of the four kinds of events of the ontology, numbered from 1 to 4."""
    sign = Sign(quads()[number].sign)
    colour = SIGN_COLOURS[sign]
    return Paint.of(colour) if number in _DEEDS else Paint(_TINTS[sign], colour, dashed=True)


def in_words(names: pd.Series[Any], words: Words) -> pd.Series[Any]:
    """Return series in the reader's language if all are codes of signs, or of words and deeds."""
    codes = {*map(str, Sign), MIXED, *(quad.code for quad in quads().values())}
    return names.map(words.term) if set(names) <= codes else names


def painted(names: Iterable[str], words: Words) -> dict[str, Paint]:
    """Return the paint of each series: by sign if all are signs or kinds of events, else other colours."""
    wanted, known = dict.fromkeys(names), paints(words)
    if wanted.keys() <= known.keys():
        return {name: paint for name, paint in known.items() if name in wanted}
    return {name: Paint.of(colour) for name, colour in zip(wanted, cycle(OTHERS), strict=False)}


def filled(frame: pd.DataFrame, title: str | None, words: Words) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return the rows with the outlines of bars, and Vega's colours, for a column ``series`` of names."""
    series = painted(frame["series"], words)
    outlined = frame.assign(outline=[series[name].outline for name in frame["series"]])
    scale = alt.Scale(domain=list(series), range=[paint.fill for paint in series.values()])
    legend = alt.Legend(orient="top", symbolOpacity=1, labelLimit=_LONGEST, columns=_columns(series))
    fill = alt.Fill("series:N", title=_title(series, title, words), scale=scale, legend=legend)
    return outlined, {"fill": fill, "stroke": alt.Stroke("outline:N", scale=None, legend=None)}


def fill_of(
    frame: pd.DataFrame, titles: Mapping[str, str], words: Words
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return the rows, and Vega's colours: those of the series, or the plain colour if there is none."""
    if "series" not in frame:
        return frame, {"color": alt.value(PLAIN)}
    return filled(frame, titles["series"], words)


def lined(
    names: Iterable[str], title: str | None, words: Words
) -> tuple[dict[str, alt.Color], dict[str, alt.StrokeDash]]:
    """Return Vega's colours and the dashes of lines, for a field ``series`` with these names."""
    series = painted(names, words)
    legend = alt.Legend(
        orient="top", symbolType="stroke", symbolSize=300, labelLimit=_LONGEST, columns=_columns(series)
    )
    said: dict[str, Any] = {"title": _title(series, title, words), "legend": legend}
    colours = [paint.outline for paint in series.values()]
    dashes = [_DASH if paint.dashed else [1, 0] for paint in series.values()]
    colour = alt.Color("series:N", scale=alt.Scale(domain=list(series), range=colours), **said)
    dash = alt.StrokeDash("series:N", scale=alt.Scale(domain=list(series), range=dashes), **said)
    return {"color": colour}, {"strokeDash": dash}


def _columns(series: Mapping[str, Paint]) -> Any:  # noqa: ANN401 - as altair types it
    """The number of columns of a legend; the edge of the chart would cut off a line that is too long."""
    widest = max(min(_LETTER * len(name), _LONGEST) for name in series) + _SYMBOL if series else _WIDTH
    columns = max(1, _WIDTH // widest)
    return columns if len(series) > columns else alt.Undefined


def _title(series: Mapping[str, Paint], title: str | None, words: Words) -> str | None:
    """The title of a legend; signs and kinds of events need none."""
    return None if series.keys() <= paints(words).keys() else title
