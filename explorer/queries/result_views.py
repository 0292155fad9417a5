"""How the reader looks at the result of a query (the form and the chart), which stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from explorer.view import keys
from explorer.view.fields import on_change
from explorer.view.ways import SHOW

CHART = "chart"
"""The parameter of an address with the kind of chart."""


def open_view(result: str, opened: Mapping[str, str]) -> None:
    """Show the result with this key as a link asks for, or else in the form that is meant for it."""
    _chosen()[result] = {name: opened[name] for name in (SHOW, CHART) if opened.get(name)}
    for key in (tabs_key(result), chart_key(result)):
        st.session_state.pop(key, None)


def view_in_address(result: str) -> dict[str, str]:
    """Return the parameters that show the result with this key again as the reader sees it."""
    return dict(_chosen().get(result, {}))


def tabs_key(result: str) -> str:
    """Return the key of the tabs of a result, which hold the title of the open one."""
    return f"{result} views"


def chart_key(result: str) -> str:
    """Return the key of the field for the kind of chart."""
    return f"{result} chart kind"


def choose_tab(result: str, titles: Mapping[str, str]) -> Callable[[], None]:
    """Open the tab that was chosen before; return what keeps another choice. `titles` are by form."""
    wanted, key = _chosen().get(result, {}).get(SHOW, ""), tabs_key(result)
    if wanted in titles and key not in st.session_state:
        st.session_state[key] = titles[wanted]
    forms = {title: form for form, title in titles.items()}
    return on_change(key, lambda title: _keep(result, SHOW, forms.get(title, "")))


def choose_chart(result: str, charts: Mapping[str, object]) -> tuple[str, Callable[[], None]]:
    """Return the kind of chart to begin with, and what keeps another choice."""
    wanted = _chosen().get(result, {}).get(CHART, "")
    first = wanted if wanted in charts else next(iter(charts))
    return first, on_change(chart_key(result), partial(_keep, result, CHART))


def _keep(result: str, name: str, value: str) -> None:
    _chosen().setdefault(result, {})[name] = value


def _chosen() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = st.session_state.setdefault(keys.RESULT_VIEWS, {})
    return found
