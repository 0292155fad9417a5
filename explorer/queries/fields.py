"""The fields of a form: one Streamlit widget for each type of parameter."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from cypher.catalog.parameters import Parameter, ParameterType
from cypher.errors import UsageError
from cypher.model.graph import USUAL_LEVEL, EntityKind, EventStatus, Sign
from cypher.model.ontology import event_types, quads
from explorer.shell.spellings import draw_entity_field, draw_unclear, names_to_choose
from explorer.view import session
from explorer.view.day_field import draw_day
from explorer.view.days import EARLIEST
from explorer.view.fields import named_key
from explorer.view.level import LEVELS, level

Value = object
_LATEST = date(2100, 12, 31)
_LARGEST = 2**53 - 1
"""The largest number that a field can hold: the browser rounds larger ones."""


@dataclass(frozen=True, slots=True)
class _Field:
    parameter: Parameter
    key: str
    label: str
    help: str
    on_change: Callable[[], None]


def draw_field(parameter: Parameter, key: str, on_change: Callable[[], None]) -> Value:
    """Draw the widget of a parameter under its key in the session; return the value for the statement."""
    words = session.words()
    label = words(parameter.name.replace("_", " ").capitalize())
    is_kinds = parameter.name == "kinds" and parameter.type is ParameterType.STRINGS
    draw = _draw_kinds if is_kinds else _WIDGETS.get(parameter.type, _draw_text)
    return draw(_Field(parameter, key, label, words(parameter.help), on_change))


def first_value(parameter: Parameter, opened: Mapping[str, str]) -> object:
    """Return the first value of a field: the one in the link (`opened`, as text), else the default.

    Raises `UsageError` for a value that the field cannot hold.
    """
    if parameter.type is ParameterType.ROWS:
        raise UsageError(
            f"Parameter {parameter.name!r} takes rows, for which a form has no field: declare strings."
        )
    text = opened.get(parameter.name)
    value = _default(parameter) if text is None else parameter.check(text)
    if parameter.type.is_list:
        return list(dict.fromkeys(value)) if isinstance(value, list | tuple) else []
    if parameter.type is ParameterType.BOOLEAN:
        return bool(value)
    if value is None:
        return None
    if parameter.type is ParameterType.DATE:
        day = date.fromisoformat(str(value))
        _refuse_outside(parameter, value, EARLIEST <= day <= _LATEST, f"from {EARLIEST} to {_LATEST}")
        return day
    if isinstance(value, int | float):
        fits = math.isfinite(value) and abs(value) <= _LARGEST
        _refuse_outside(parameter, value, fits, f"from {-_LARGEST} to {_LARGEST}")
    return value


def _default(parameter: Parameter) -> object:
    """The value in the header; the reader's level, if the header has the usual one."""
    usual = parameter.type is ParameterType.LEVEL and parameter.default == USUAL_LEVEL
    return level() if usual else parameter.default


def _refuse_outside(parameter: Parameter, value: object, fits: bool, limits: str) -> None:
    if not fits:
        raise UsageError(f"Parameter {parameter.name!r} must be {limits}, not {value}.")


def _draw_text(field: _Field) -> Value:
    return st.text_input(field.label, key=field.key, help=field.help, on_change=field.on_change)


def _draw_strings(field: _Field) -> Value:
    return st.multiselect(
        field.label,
        st.session_state[field.key],
        key=field.key,
        on_change=field.on_change,
        help=field.help,
        accept_new_options=True,
        placeholder=session.words()("Type and press Enter"),
    )


def _draw_number(field: _Field) -> Value:
    whole = field.parameter.type is ParameterType.INTEGER
    return st.number_input(
        field.label,
        key=field.key,
        on_change=field.on_change,
        help=field.help,
        value=None,
        step=1 if whole else 0.05,
        min_value=-_LARGEST if whole else float(-_LARGEST),
        max_value=_LARGEST if whole else float(_LARGEST),
        format="%d" if whole else "%.2f",
    )


def _draw_boolean(field: _Field) -> Value:
    return st.toggle(field.label, key=field.key, help=field.help, on_change=field.on_change)


def _draw_date(field: _Field) -> Value:
    chosen = draw_day(field.label, field.key, max_value=_LATEST, on_change=field.on_change, help=field.help)
    return chosen.isoformat() if chosen else None


def _draw_actor(field: _Field) -> Value:
    """Draw a picker of entities: choose one of the latest news, or type any spelling and press Enter."""
    names = names_to_choose(field.key, session.lens())
    return draw_entity_field(field.label, field.key, names, on_change=field.on_change, help=field.help)


def _draw_actors(field: _Field) -> Value:
    names = names_to_choose(field.key, session.lens())
    chosen: list[str] = st.multiselect(
        field.label,
        list(names),
        format_func=lambda entity_id: names.get(entity_id, entity_id),
        key=named_key(field.key),
        on_change=field.on_change,
        help=field.help,
        placeholder=session.words()("Any spelling"),
        accept_new_options=True,
    )
    draw_unclear(field.key)
    return chosen


def _chooser(options: Callable[[], Mapping[object, str]], several: bool) -> Callable[[_Field], Value]:
    def draw(field: _Field) -> Value:
        words, names = session.words(), dict(options())
        names |= {
            each: str(each) for each in (st.session_state[field.key] if several else ()) if each not in names
        }
        show = {
            value: words.event_type(name) if name.isupper() else words.term(name)
            for value, name in names.items()
        }
        draw_choice = (
            st.multiselect
            if several
            else partial(st.selectbox, index=None if field.parameter.optional else 0)
        )
        return draw_choice(
            field.label,
            list(show),
            format_func=show.__getitem__,
            key=named_key(field.key),
            help=field.help,
            on_change=field.on_change,
            placeholder=words("Choose"),
        )

    return draw


def _types() -> dict[object, str]:
    return {code: code for code in event_types()}


def _signs() -> dict[object, str]:
    return {sign.value: sign.value for sign in Sign}


def _levels() -> dict[object, str]:
    return {level.value: name for level, name in LEVELS.items()}


def _statuses() -> dict[object, str]:
    return {status.value: status.value for status in EventStatus}


def _quads() -> dict[object, str]:
    return {number: quad.labels["en"] for number, quad in quads().items()}


def _kinds() -> dict[object, str]:
    return {kind.value: kind.value for kind in EntityKind}


_draw_kinds = _chooser(_kinds, several=True)  # the only list of strings whose members are known

_WIDGETS: Mapping[ParameterType, Callable[[_Field], Value]] = {
    ParameterType.INTEGER: _draw_number,
    ParameterType.NUMBER: _draw_number,
    ParameterType.BOOLEAN: _draw_boolean,
    ParameterType.DATE: _draw_date,
    ParameterType.ENTITY: _draw_actor,
    ParameterType.COUNTRY: _draw_actor,
    ParameterType.ENTITIES: _draw_actors,
    ParameterType.EVENT_TYPE: _chooser(_types, several=False),
    ParameterType.EVENT_TYPES: _chooser(_types, several=True),
    ParameterType.SIGN: _chooser(_signs, several=False),
    ParameterType.LEVEL: _chooser(_levels, several=False),
    ParameterType.QUAD: _chooser(_quads, several=False),
    ParameterType.STATUSES: _chooser(_statuses, several=True),
    ParameterType.STRINGS: _draw_strings,
    ParameterType.LANGUAGES: _draw_strings,
    ParameterType.IDS: _draw_strings,
}
