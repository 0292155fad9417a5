"""A form from the typed header of a statement: one widget a parameter, and its value back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import streamlit as st

from cypher.catalog import Statement
from cypher.model import EntityKind, EventStatus, Sign
from cypher.ontology import event_types, quads
from cypher.parameters import Parameter, ParameterType
from explorer.graph.queries import entity, search, starting_point
from explorer.graph.subgraph import Subgraph
from explorer.paper import Act, draw_paper, element
from explorer.view import keys, session
from explorer.view.clock import KNOWN_BY, known_by
from explorer.words import Words

Value = object
_ENTITIES = (ParameterType.ENTITY, ParameterType.COUNTRY)
_SUGGESTIONS = 4


def shared(parameter: Parameter) -> bool:
    """Whether the sidebar answers a parameter."""
    return parameter.type is ParameterType.LENS or parameter.name == KNOWN_BY


def draw_form(statement: Statement, opened: Mapping[str, str]) -> dict[str, Value]:
    """Draw the widgets of a statement and return its parameters; `opened` are those of a link, as text."""
    asked = [parameter for parameter in statement.parameters if not shared(parameter)]
    values: dict[str, Value] = {}
    columns = st.columns(min(max(len(asked), 1), 4))
    for place, parameter in enumerate(asked):
        key = f"{statement.name}:{parameter.name}"
        with columns[place % len(columns)]:
            values[parameter.name] = _draw(parameter, key, opened.get(parameter.name))
    lens = {p.name: session.lens() for p in statement.parameters if p.type is ParameterType.LENS}
    clock = {p.name: known_by() for p in statement.parameters if p.name == KNOWN_BY}
    return values | lens | clock


def draw_suggestions(statement: Statement, values: Mapping[str, Value]) -> None:
    """While nobody is chosen, draw whom the latest news would suggest; a click fills the form and runs it."""
    slots = [p.name for p in statement.parameters if p.required and p.type in _ENTITIES]
    if not slots or len(slots) > 2 or any(values.get(name) for name in slots):
        return
    words = session.words()
    buttons = [
        element("button", label, act=Act("suggest", "\n".join(chosen)))
        for chosen, label in suggestions(starting_point(session.lens()), len(slots))
    ]

    def fill(act: Act) -> None:
        for name, entity_id in zip(slots, act.subject.split("\n"), strict=True):
            st.session_state[f"{statement.name}:{name}"] = entity_id
        st.session_state[keys.QUERY_RUN] = True

    if buttons:
        line = element("div", element("small", words("For example")), *buttons, look="acts")
        draw_paper(line, key=f"{statement.name} suggestions", on_act=fill)


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


def _draw(parameter: Parameter, key: str, text: str | None) -> Value:
    draw = _draw_kinds if parameter.name == "kinds" else _WIDGETS.get(parameter.type, _draw_text)
    if key not in st.session_state:
        st.session_state[key] = _initial(parameter, text)
    return draw(parameter, key, session.words())


def _initial(parameter: Parameter, text: str | None) -> object:
    """The first value of the widget: that of the link when it fits, else the default."""
    value = parameter.default if text is None else _read(parameter, text)
    if parameter.type is ParameterType.DATE:
        return date.fromisoformat(str(value)) if value else None
    if parameter.type.is_list:
        return list(value) if isinstance(value, list | tuple) else []
    return value


def _read(parameter: Parameter, text: str) -> object:
    return parameter.check(text)


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
        step=1 if whole else 0.05,
        format="%d" if whole else "%.2f",
    )


def _draw_boolean(parameter: Parameter, key: str, words: Words) -> Value:
    return st.toggle(_label(parameter, words), key=key, help=words(parameter.help))


def _draw_date(parameter: Parameter, key: str, words: Words) -> Value:
    earliest = date(1900, 1, 1)
    chosen = st.date_input(
        _label(parameter, words), key=key, help=words(parameter.help), min_value=earliest, value=None
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
        names = options()
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
