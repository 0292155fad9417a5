"""Reading a claim otherwise: another type, other parties, the other direction; the original is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from cypher.judging.annotations import Recode
from cypher.model.graph import Judgement, RelationType
from cypher.model.ontology import event_types
from explorer.elements import draw_elements, element
from explorer.judging.recorder import judging
from explorer.reads.connections import read
from explorer.reads.queries import search
from explorer.view import keys, session
from explorer.words import Words
from explorer.work.pending import request

_FIELDS = ("recoded type", "recoded actors", "recoded recipients")


def draw_recoding(tie: str | None = None) -> None:
    """The form for the claim that is being recoded, if any; of an edge, all its claims can be meant."""
    claim = st.session_state.get(keys.RECODING)
    found = next(iter(read("explore/claim", claim=claim)), None) if claim else None
    if found is None:
        return
    words = session.words()
    assertion, origin = (read("annotate/assertions", ids=[found[name]])[0] for name in ("event", "extracted"))
    with st.container(key="recoding form", border=True):
        draw_elements(
            element("h3", words("Recode the claim")),
            element("p", found["sentence"], look="quote"),
            key="recoded",
        )
        draw_fields(found, assertion, words)
        everything = tie is not None and st.toggle(words("All claims of this edge"), key="recode all")
        with st.container(horizontal=True, gap="small"):
            st.button(words("Swap"), icon=":material/swap_horiz:", on_click=swap, key="swap parties")
            st.button(
                words("Save"),
                type="primary",
                on_click=_save,
                args=(tie if everything and tie else claim, origin),
                key="save recode",
            )
            st.button(words("Cancel"), on_click=_cancel, key="cancel recode")


def draw_fields(claim: Mapping[str, Any], assertion: Mapping[str, Any], words: Words) -> None:
    """Type, actors and recipients, as they are read now."""
    _fill(claim["claim"], assertion)
    types = [code for code, each in event_types().items() if not each.imported] + [
        each.value for each in RelationType
    ]
    names = _names(claim, assertion)
    st.selectbox(words("What happened"), types, format_func=words.event_type, key=keys.RECODED_TYPE)
    for label, key in ((words("Who"), "recoded actors"), (words("To whom"), "recoded recipients")):
        _meant(key)
        st.multiselect(
            label,
            list(names | _named(st.session_state[key], names)),
            format_func=lambda one: (names | _named([one], names)).get(one, one),
            key=key,
            placeholder=words("Any spelling"),
            accept_new_options=True,
        )


def _fill(claim: str, assertion: Mapping[str, Any]) -> None:
    """Begin with what is read in the claim now."""
    if st.session_state.get(keys.RECODED_CLAIM) == claim and keys.RECODED_TYPE in st.session_state:
        return
    st.session_state.update(zip(_FIELDS, _values(assertion), strict=True))
    st.session_state[keys.RECODED_CLAIM] = claim


def _names(claim: Mapping[str, Any], assertion: Mapping[str, Any]) -> dict[str, str]:
    """Those who are named in the sentence, and the parties, by id."""
    entities = [*assertion["actors"], *assertion["recipients"], *claim["mentions"]]
    return {each.get("entity") or each["id"]: each["name"] for each in entities}


def _named(chosen: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    others = [one for one in chosen if one not in known]
    return {row["id"]: row["name"] for row in read("annotate/entities", ids=others)} if others else {}


def _meant(key: str) -> None:
    """Put the entity in the place of a spelling that was typed; what means nobody is dropped."""
    chosen: list[str] = st.session_state[key]
    known = {row["id"] for row in read("annotate/entities", ids=chosen)} if chosen else set()
    meant = [one if one in known else _best(one) for one in chosen]
    st.session_state[key] = list(dict.fromkeys(filter(None, meant)))


def _best(spelling: str) -> str | None:
    found = search(spelling, session.lens())
    return found[0]["id"] if found else None


def swap() -> None:
    """Turn the direction."""
    state = st.session_state
    state[keys.RECODED_ACTORS], state[keys.RECODED_RECIPIENTS] = (
        state[keys.RECODED_RECIPIENTS],
        state[keys.RECODED_ACTORS],
    )


def recode_of(origin: Mapping[str, Any]) -> Recode:
    """What the form says that differs from what was extracted."""
    chosen = {name: st.session_state.get(name) for name in _FIELDS}
    before = _values(origin)
    code, actors, recipients = (
        None if chosen[name] == old else chosen[name] for name, old in zip(_FIELDS, before, strict=True)
    )
    return Recode(
        type=code,
        actors=None if actors is None else tuple(actors),
        recipients=None if recipients is None else tuple(recipients),
    )


def _save(subject: str, origin: Mapping[str, Any]) -> None:
    meant = judging(subject, Judgement.VERIFIED, recode_of(origin))
    _forget()
    request(meant)


def _cancel() -> None:
    st.session_state.pop(keys.RECODING, None)
    _forget()


def _forget() -> None:
    for name in (*_FIELDS, "recoded claim"):
        st.session_state.pop(name, None)


def _values(assertion: Mapping[str, Any]) -> tuple[str, list[str], list[str]]:
    code = assertion["event_type"] or assertion["relation_type"]
    return code, _ids(assertion["actors"]), _ids(assertion["recipients"])


def _ids(entities: Sequence[Mapping[str, Any]]) -> list[str]:
    return [each["id"] for each in entities]
