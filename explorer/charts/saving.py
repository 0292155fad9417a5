"""Puts charts on the page: each can be saved as PNG and SVG, in the reader's language, without a network."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import altair as alt
import streamlit as st
from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

from explorer.charts.clicks import ACT, act_in, is_clickable
from explorer.elements import Element, Save, draw_elements, element
from explorer.elements.component import carry_out
from explorer.phrases import Said, say
from explorer.view.fields import on_change
from explorer.words import Words

_FORMS: Mapping[Literal["png", "svg"], Said] = {
    "png": say("Save this chart as a picture (PNG)"),
    "svg": say("Save this chart as a drawing (SVG)"),
}


def draw_chart(chart: alt.Chart | alt.LayerChart, key: str, file_name: str, words: Words) -> None:
    """Draw a chart with buttons that save it, and perform the act of a mark that is clicked.

    `file_name` is the name of saved files, without an ending.
    """
    told: dict[str, Any] = {}
    if is_clickable(chart):
        told = {"on_select": on_change(key, _hear), "selection_mode": [ACT]}
    with st.container(key=f"{key} saved", gap=None):
        st.altair_chart(in_language(chart, words), width="stretch", key=key, **told)
        draw_elements(_ways(_container(key), file_name), key=f"{key} save")


def in_language(chart: alt.Chart | alt.LayerChart, words: Words) -> alt.Chart | alt.LayerChart:
    """Return the chart with dates and numbers in the reader's language, drawn as SVG."""
    drawn = chart.properties(usermeta={"embedOptions": {"renderer": "svg"}})
    said: alt.Chart | alt.LayerChart = drawn.configure(locale=_locale(words.language))
    return said


def _ways(container: str, file_name: str) -> Element:
    buttons = [
        element("button", form.upper(), act=Save(container, form, file_name), hint=hint)
        for form, hint in _FORMS.items()
    ]
    return element("div", element("small", say("Save this chart")), *buttons, look="row saving")


def _container(key: str) -> str:
    """Return Streamlit's class for the container, without its prefix."""
    return re.sub(r"[^a-zA-Z0-9_-]", "-", f"{key} saved".strip())


def _hear(chosen: Mapping[str, Any]) -> None:
    """In a callback: perform the act of the mark that was clicked."""
    act = act_in(chosen["selection"])
    if act is not None:
        carry_out(act)


@functools.cache
def _locale(language: str) -> alt.Locale:
    """The names of months and days, and the signs of numbers, for Vega."""
    locale = Locale.parse(language)
    days = [6, *range(6)]  # Vega's week begins on Sunday
    return alt.Locale(
        number=alt.NumberLocale(
            decimal=get_decimal_symbol(language),
            thousands=get_group_symbol(language),
            grouping=[3],
            currency=["", ""],
        ),
        time=alt.TimeLocale(
            dateTime="%x %X",
            date="%Y-%m-%d",
            time="%H:%M:%S",
            periods=["AM", "PM"],
            days=_names(locale.days, "wide", days),
            shortDays=_names(locale.days, "abbreviated", days),
            months=_names(locale.months, "wide", range(1, 13)),
            shortMonths=_names(locale.months, "abbreviated", range(1, 13)),
        ),
    )


def _names(found: Mapping[str, Any], width: str, numbers: Iterable[int]) -> list[str]:
    return [found["format"][width][number] for number in numbers]
