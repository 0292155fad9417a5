"""Marks that can be clicked: what the browser reports of a click, and the act that it asks for."""

from __future__ import annotations

import json
from typing import Any

import altair as alt

from explorer.acts import Act

ACT = "act"
"""The selection of a chart with such marks, and the field that has the act of a mark as JSON."""


def as_field(act: Act | None) -> str | None:
    """Return the value of the field for a mark."""
    return json.dumps(act.as_json()) if act else None


def clickable(chart: alt.Chart) -> alt.Chart:
    """Return the chart so that a click on a mark reports its act. Marks without an act do nothing."""
    selected: alt.Chart = chart.add_params(
        alt.selection_point(name=ACT, fields=[ACT], clear=False, empty=False)
    )
    return selected


def is_clickable(chart: alt.Chart | alt.LayerChart) -> bool:
    """Return whether its marks can be clicked."""
    parameters: Any = chart.params
    return parameters is not alt.Undefined and any(getattr(each, "name", None) == ACT for each in parameters)


def act_in(selection: dict[str, Any]) -> object:
    """Return the act of the mark that Streamlit's selection names as plain values, or None."""
    chosen = selection.get(ACT) or [{}]
    text = chosen[0].get(ACT)
    return json.loads(text) if isinstance(text, str) else None
