"""A form from the typed header of a statement: one widget a parameter, and its value back."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import streamlit as st

from cypher.catalog.catalog import Statement
from cypher.catalog.parameters import Parameter, ParameterType
from cypher.errors import UsageError
from cypher.model.graph import EntityKind, EventStatus, Sign
from cypher.model.ontology import event_types, quads
from explorer.elements import Act, draw_elements, element
from explorer.graph.subgraph import Subgraph
from explorer.reads.queries import entity, search, starting_point
from explorer.view import keys, session
from explorer.view.clock import KNOWN_BY, known_by
from explorer.words import Words

Value = object
_ENTITIES = (ParameterType.ENTITY, ParameterType.COUNTRY)
_SUGGESTIONS = 4
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)
_LARGEST = 2**53 - 1
"""The largest number that a field can hold: beyond, the browser rounds."""


def shared(parameter: Parameter) -> bool:
    """Whether the sidebar answers a parameter."""
    return parameter.type is ParameterType.LENS or _is_clock(parameter)


def _is_clock(parameter: Parameter) -> bool:
    return parameter.name == KNOWN_BY and parameter.type is ParameterType.DATE


def draw_form(statement: Statement, opened: Mapping[str, str], owner: str) -> dict[str, Value]:
    """Draw the widgets of a statement and return its parameters; `opened` are those of a link, as text.

    `owner` names the page, or part of one, whose form it is: the fields of two owners share nothing. What
    stands in the fields is kept when a page without them is drawn. Raises `UsageError` for a first value
    that its field cannot hold.
    """
    asked = [parameter for parameter in statement.parameters if not shared(parameter)]
    kept = _kept(owner, statement.name)
    values: dict[str, Value] = {}
    columns = st.columns(min(max(len(asked), 1), 4))
    for place, parameter in enumerate(asked):
        key = _field(owner, statement.name, parameter)
        if key not in st.session_state:
            st.session_state[key] = kept[key] if key in kept else _initial(parameter, opened)
        with columns[place % len(columns)]:
            values[parameter.name] = _draw(parameter, key)
        kept[key] = st.session_state[key]
    lens = {p.name: session.lens() for p in statement.parameters if p.type is ParameterType.LENS}
    clock = {p.name: known_by() for p in statement.parameters if _is_clock(p)}
    return values | lens | clock


def forget_form(owner: str, name: str) -> None:
    """Begin the form of the statement called `name` anew the next time."""
    for key in _kept(owner, name):
        st.session_state.pop(key, None)
    _kept(owner, name).clear()


def _kept(owner: str, name: str) -> dict[str, object]:
    """What stands in the fields of a form by their keys; Streamlit forgets fields that it does not draw."""
    forms: dict[tuple[str, str], dict[str, object]] = st.session_state.setdefault(keys.FORMS, {})
    return forms.setdefault((owner, name), {})


def _field(owner: str, name: str, parameter: Parameter) -> str:
    """The key of a field: another one when a typed header changes the type or the default."""
    return f"{owner} {name}:{parameter.name}:{parameter.type}:{parameter.default}:{parameter.required}"


def draw_suggestions(statement: Statement, values: Mapping[str, Value], owner: str) -> None:
    """While nobody is chosen, draw whom the latest news would suggest; a click fills the form and runs it."""
    slots = [p for p in statement.parameters if p.required and p.type in _ENTITIES]
    if not slots or len(slots) > 2 or any(values.get(slot.name) for slot in slots):
        return
    words = session.words()
    buttons = [
        element("button", label, act=Act("suggest", "\n".join(chosen)))
        for chosen, label in suggestions(starting_point(session.lens()), len(slots))
    ]

    def fill(act: Act) -> None:
        for slot, entity_id in zip(slots, act.subject.split("\n"), strict=True):
            st.session_state[_field(owner, statement.name, slot)] = entity_id
        st.session_state[keys.QUERY_RUN] = True

    if buttons:
        line = element("div", element("small", words("For example")), *buttons, look="acts")
        draw_elements(line, key=f"{statement.name} suggestions", on_act=fill)


def suggestions(graph: Subgraph, size: int) -> list[tuple[tuple[str, ...], str]]:
    """The first pairs, or single entities, of a network, strongest first: their ids, and their names."""
    ends = [(edge.actor, edge.recipient) for edge in graph.edges.values()]
    if size == 1:
        counted = Counter(end for pair in ends for end in pair)
        chosen: Sequence[tuple[str, ...]] = [
            (entity_id,) for entity_id, _ in counted.most_common(_SUGGESTIONS)
        ]
    else:
        chosen = [*{frozenset(pair): pair for pair in reversed(ends)}.values()][::-1][:_SUGGESTIONS]
    return [(ids, " – ".join(graph.nodes[end].name for end in ids)) for ids in chosen]


def as_texts(values: Mapping[str, Value], statement: Statement) -> dict[str, str]:
    """The values as they stand in an address: without the shared ones and those at their default."""
    defaults = {p.name: p.default for p in statement.parameters if not shared(p)}
    return {
        name: ",".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in values.items()
        if name in defaults and value not in (None, "", []) and value != defaults[name]
    }


def _draw(parameter: Parameter, key: str) -> Value:
    is_kinds = parameter.name == "kinds" and parameter.type is ParameterType.STRINGS
    draw = _draw_kinds if is_kinds else _WIDGETS.get(parameter.type, _draw_text)
    return draw(parameter, key, session.words())


def _initial(parameter: Parameter, opened: Mapping[str, str]) -> object:
    """The first value of the widget: that of the link, else the default."""
    if parameter.type is ParameterType.ROWS:
        raise UsageError(
            f"Parameter {parameter.name!r} takes rows, for which a form has no field: declare strings."
        )
    text = opened.get(parameter.name)
    value = parameter.default if text is None else parameter.check(text)
    if parameter.type.is_list:
        return list(dict.fromkeys(value)) if isinstance(value, list | tuple) else []
    if parameter.type is ParameterType.BOOLEAN:
        return bool(value)
    if value is None:
        return None
    if parameter.type is ParameterType.DATE:
        day = date.fromisoformat(str(value))
        _refuse_outside(parameter, value, _EARLIEST <= day <= _LATEST, f"from {_EARLIEST} to {_LATEST}")
        return day
    if isinstance(value, int | float):
        fits = math.isfinite(value) and abs(value) <= _LARGEST
        _refuse_outside(parameter, value, fits, f"from {-_LARGEST} to {_LARGEST}")
    return value


def _refuse_outside(parameter: Parameter, value: object, fits: bool, limits: str) -> None:
    if not fits:
        raise UsageError(f"Parameter {parameter.name!r} must be {limits}, not {value}.")


def _label(parameter: Parameter, words: Words) -> str:
    return words(parameter.name.replace("_", " ").capitalize())


def _draw_text(parameter: Parameter, key: str, words: Words) -> Value:
    return st.text_input(_label(parameter, words), key=key, help=words(parameter.help))


def _draw_words(parameter: Parameter, key: str, words: Words) -> Value:
    return st.multiselect(
        _label(parameter, words),
        st.session_state[key],
        key=key,
        help=words(parameter.help),
        accept_new_options=True,
        placeholder=words("Type and press Enter"),
    )


def _draw_number(parameter: Parameter, key: str, words: Words) -> Value:
    whole = parameter.type is ParameterType.INTEGER
    return st.number_input(
        _label(parameter, words),
        key=key,
        help=words(parameter.help),
        value=None,
        step=1 if whole else 0.05,
        min_value=-_LARGEST if whole else float(-_LARGEST),
        max_value=_LARGEST if whole else float(_LARGEST),
        format="%d" if whole else "%.2f",
    )


def _draw_boolean(parameter: Parameter, key: str, words: Words) -> Value:
    return st.toggle(_label(parameter, words), key=key, help=words(parameter.help))


def _draw_date(parameter: Parameter, key: str, words: Words) -> Value:
    chosen = st.date_input(
        _label(parameter, words),
        key=key,
        help=words(parameter.help),
        min_value=_EARLIEST,
        max_value=_LATEST,
        value=None,
    )
    return chosen.isoformat() if isinstance(chosen, date) else None


def _draw_actor(parameter: Parameter, key: str, words: Words) -> Value:
    """A picker of entities: choose one of the news, or type any spelling of another and press Enter."""
    st.session_state[key] = _meant(st.session_state[key])
    names = _names([st.session_state[key]])
    return st.selectbox(
        _label(parameter, words),
        list(names),
        index=None,
        format_func=lambda entity_id: names.get(entity_id, entity_id),
        key=key,
        help=words(parameter.help),
        placeholder=words("Any spelling"),
        accept_new_options=True,
    )


def _draw_actors(parameter: Parameter, key: str, words: Words) -> Value:
    meant = [_meant(text) for text in st.session_state[key]]
    st.session_state[key] = list(dict.fromkeys(filter(None, meant)))
    names = _names(st.session_state[key])
    return st.multiselect(
        _label(parameter, words),
        list(names),
        format_func=lambda entity_id: names.get(entity_id, entity_id),
        key=key,
        help=words(parameter.help),
        placeholder=words("Any spelling"),
        accept_new_options=True,
    )


def _meant(text: str | None) -> str | None:
    """The entity that a typed spelling or an id means; None when it means nobody."""
    if not text or entity(text):
        return text or None
    found = search(text, session.lens())
    return found[0]["id"] if found else None


def _names(chosen: Iterable[str | None]) -> dict[str, str]:
    """Entities to pick from, by id: those of the latest news, and what is chosen already."""
    names = {node.id: node.name for node in starting_point(session.lens()).nodes.values()}
    for entity_id in filter(None, chosen):
        found = entity(entity_id)
        names[entity_id] = found["name"] if found else entity_id
    return dict(sorted(names.items(), key=lambda item: item[1].casefold()))


def _chooser(
    options: Callable[[], Mapping[object, str]], several: bool
) -> Callable[[Parameter, str, Words], Value]:
    def draw(parameter: Parameter, key: str, words: Words) -> Value:
        names = dict(options())
        names |= {each: str(each) for each in (st.session_state[key] if several else ()) if each not in names}
        show = {
            value: words.event_type(name) if name.isupper() else words.term(name)
            for value, name in names.items()
        }
        label, hint = _label(parameter, words), words(parameter.help)
        if several:
            return st.multiselect(label, list(show), format_func=show.__getitem__, key=key, help=hint)
        index = None if parameter.optional else 0
        return st.selectbox(label, list(show), index=index, format_func=show.__getitem__, key=key, help=hint)

    return draw


def _types() -> dict[object, str]:
    return {code: code for code in event_types()}


def _signs() -> dict[object, str]:
    return {sign.value: sign.value for sign in Sign}


def _statuses() -> dict[object, str]:
    return {status.value: status.value for status in EventStatus}


def _quads() -> dict[object, str]:
    return {number: quad.labels["en"] for number, quad in quads().items()}


def _kinds() -> dict[object, str]:
    return {kind.value: kind.value for kind in EntityKind}


_draw_kinds = _chooser(_kinds, several=True)  # the only list of strings whose members are known

_WIDGETS: Mapping[ParameterType, Callable[[Parameter, str, Words], Value]] = {
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
    ParameterType.QUAD: _chooser(_quads, several=False),
    ParameterType.STATUSES: _chooser(_statuses, several=True),
    ParameterType.STRINGS: _draw_words,
    ParameterType.LANGUAGES: _draw_words,
    ParameterType.IDS: _draw_words,
}
