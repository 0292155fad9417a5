"""Forms made from the typed headers of statements: one widget for each parameter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from cypher.catalog.catalog import Statement
from cypher.catalog.parameters import Parameter, ParameterType
from cypher.model.graph import USUAL_LEVEL
from explorer.acts import perform
from explorer.acts.opening import FillForm
from explorer.elements import draw_elements, element
from explorer.graph.subgraph import Subgraph
from explorer.queries.fields import Value, draw_field, first_value
from explorer.queries.offered import offered
from explorer.reads.queries import starting_point
from explorer.view import keys, session
from explorer.view.clock import KNOWN_BY, known_by
from explorer.view.fields import on_change
from explorer.view.level import level

_ENTITIES = (ParameterType.ENTITY, ParameterType.COUNTRY)
_SUGGESTIONS = 4


def shared(parameter: Parameter) -> bool:
    """Whether the row above the page gives the value of a parameter: the lens or the day."""
    return parameter.type is ParameterType.LENS or _is_clock(parameter)


def _is_clock(parameter: Parameter) -> bool:
    return parameter.name == KNOWN_BY and parameter.type is ParameterType.DATE


def draw_form(statement: Statement, opened: Mapping[str, str], owner: str) -> dict[str, Value]:
    """Draw the widgets of a statement and return its parameters; `opened` are those of a link, as text.

    `owner` names the page, or part of one, that has the form: forms of different owners are independent.
    Values are kept while other pages are open, from their change on: a click elsewhere can end the run before
    a field is drawn. Raises `UsageError` for a first value that its field cannot
    hold.
    """
    asked = [parameter for parameter in statement.parameters if not shared(parameter)]
    kept = _kept(owner, statement.name)
    values: dict[str, Value] = {}
    columns = st.columns(min(max(len(asked), 1), 4))
    for place, parameter in enumerate(asked):
        key = _field(owner, statement.name, parameter)
        if parameter.type is ParameterType.LEVEL:
            _follow_level(parameter, kept, key)
        if key not in st.session_state:
            st.session_state[key] = kept[key] if key in kept else first_value(parameter, opened)
        with columns[place % len(columns)]:
            values[parameter.name] = draw_field(
                parameter, key, on_change=on_change(key, partial(kept.__setitem__, key))
            )
        kept[key] = st.session_state[key]
    lens = {p.name: session.lens() for p in statement.parameters if p.type is ParameterType.LENS}
    clock = {p.name: known_by() for p in statement.parameters if _is_clock(p)}
    return values | lens | clock


def _follow_level(parameter: Parameter, kept: dict[str, object], key: str) -> None:
    """Give a field of the level that of the row above the page when the reader has changed it there.

    A field with a default of its own keeps its value.
    """
    above = f"{key} above"
    if parameter.default == USUAL_LEVEL and kept.get(above, level()) != level():
        st.session_state[key] = kept[key] = level()
    kept[above] = level()


def forget_form(owner: str, name: str) -> None:
    """Reset the form of the statement called `name`."""
    for key in _kept(owner, name):
        st.session_state.pop(key, None)
    _kept(owner, name).clear()


def _kept(owner: str, name: str) -> dict[str, object]:
    """The values of a form by their keys, kept because Streamlit forgets fields that it does not draw."""
    forms: dict[tuple[str, str], dict[str, object]] = st.session_state.setdefault(keys.FORMS, {})
    return forms.setdefault((owner, name), {})


def _field(owner: str, name: str, parameter: Parameter) -> str:
    """The key of a field, which changes if a typed header changes the type or the default."""
    return f"{owner} {name}:{parameter.name}:{parameter.type}:{parameter.default}:{parameter.required}"


def draw_suggestions(statement: Statement, values: Mapping[str, Value], owner: str) -> None:
    """Suggest entities of the latest news while none is chosen; a click fills the form and runs the query."""
    slots = _slots(statement)
    if not slots or len(slots) > 2 or any(values.get(slot.name) for slot in slots):
        return
    words = session.words()
    buttons = [
        element("button", label, act=FillForm(owner, statement.name, chosen))
        for chosen, label in suggestions(starting_point(session.lens()), len(slots))
    ]
    if buttons:
        line = element("div", element("small", words("For example")), *buttons, look="acts")
        draw_elements(line, key=f"{statement.name} suggestions")


def _slots(statement: Statement) -> list[Parameter]:
    """The parameters that need an entity."""
    return [p for p in statement.parameters if p.required and p.type in _ENTITIES]


@perform.register
def _fill(act: FillForm) -> None:
    statement = offered(session.reader_name()).statements.get(act.query)
    slots = _slots(statement) if statement else []
    for slot, entity in zip(slots, act.entities, strict=False):  # the query may have changed meanwhile
        st.session_state[_field(act.owner, act.query, slot)] = entity
    st.session_state[keys.QUERY_RUN] = True


def suggestions(graph: Subgraph, size: int) -> list[tuple[tuple[str, ...], str]]:
    """Return the strongest pairs, or single entities, of a network: their ids, and a label with names."""
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
    """Return the values as parameters of an address, without the shared ones and those at their default."""
    defaults = {p.name: p.default for p in statement.parameters if not shared(p)}
    return {
        name: ",".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in values.items()
        if name in defaults and value not in (None, "", []) and value != defaults[name]
    }


def link_to(name: str, values: Mapping[str, Value], statement: Statement) -> dict[str, str]:
    """Return the parameters of an address that opens a query with these values.

    The level is always among them: an address without one is an older one (`explorer.view.level`).
    """
    levels = [p.name for p in statement.parameters if p.type is ParameterType.LEVEL and values.get(p.name)]
    return {"query": name, **as_texts(values, statement), **{each: str(values[each]) for each in levels}}
