"""The form that recodes a claim: another type, other parties, the other direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from cypher.judging.annotations import Recode
from cypher.model.graph import Judgement, RelationType
from cypher.model.ontology import event_types
from cypher.records.shared import ActingParty, EvidenceClaim, FoundAssertion
from explorer.dataset_words import quoted
from explorer.elements import draw_elements, element
from explorer.judging.recorder import judging
from explorer.reads.connections import read
from explorer.shell.spellings import draw_unclear, settle_spellings
from explorer.view import keys, session
from explorer.view.fields import named_key
from explorer.words import Words
from explorer.work.pending import request

_FIELDS = (keys.RECODED_TYPE, keys.RECODED_ACTORS, keys.RECODED_RECIPIENTS, keys.RECODED_MEDIATORS)


def draw_recoding(tie: str | None = None) -> None:
    """Draw the form for the claim that is being recoded, if any; for a tie it can apply to all its claims."""
    claim = st.session_state.get(keys.RECODING)
    found = next(iter(read(EvidenceClaim, "explore/claim", claim=claim)), None) if claim else None
    if found is None:
        return
    words = session.words()
    (assertion,) = read(FoundAssertion, "annotate/assertions", ids=[found.event])
    (origin,) = read(FoundAssertion, "annotate/assertions", ids=[found.extracted])
    with st.container(key="recoding form", border=True):
        draw_elements(
            element("h3", words("Recode the claim")),
            element("p", quoted(found.sentence, found.extractor), look="quote"),
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


def draw_fields(claim: EvidenceClaim, assertion: FoundAssertion, words: Words) -> None:
    """Draw the fields for type, actors, recipients and mediators, filled with the present reading."""
    _fill(claim.claim, assertion)
    types = [code for code, each in event_types().items() if not each.imported] + [
        each.value for each in RelationType
    ]
    names = _names(claim, assertion)
    st.selectbox(
        words("What happened"), types, format_func=words.event_type, key=named_key(keys.RECODED_TYPE)
    )
    labels = (words("Who"), words("To whom"), words("Who mediates between them"))
    for label, key in zip(labels, _FIELDS[1:], strict=True):
        _draw_parties(label, key, names, words)


def _draw_parties(label: str, key: str, names: Mapping[str, str], words: Words) -> None:
    offered = {**names, **settle_spellings(key, session.lens())}
    st.multiselect(
        label,
        list(offered),
        format_func=lambda one: offered.get(one, one),
        key=named_key(key),
        placeholder=words("Any spelling"),
        accept_new_options=True,
    )
    draw_unclear(key)


def _fill(claim: str, assertion: FoundAssertion) -> None:
    """Fill the fields with the claim's present reading, once for each claim."""
    if st.session_state.get(keys.RECODED_CLAIM) == claim and keys.RECODED_TYPE in st.session_state:
        return
    st.session_state.update(zip(_FIELDS, _values(assertion), strict=True))
    st.session_state[keys.RECODED_CLAIM] = claim


def _names(claim: EvidenceClaim, assertion: FoundAssertion) -> dict[str, str]:
    """The names of the parties, and of the entities mentioned in the sentence, by id."""
    parties = {party.id: party.name for party in _parties(assertion)}
    return parties | {mention.entity: mention.name for mention in claim.mentions}


def swap() -> None:
    """Swap actors and recipients in the form."""
    state = st.session_state
    state[keys.RECODED_ACTORS], state[keys.RECODED_RECIPIENTS] = (
        state[keys.RECODED_RECIPIENTS],
        state[keys.RECODED_ACTORS],
    )


def recode_of(origin: FoundAssertion) -> Recode:
    """Return the values of the form that differ from the extracted reading."""
    chosen = {name: st.session_state.get(name) for name in _FIELDS}
    before = _values(origin)
    code, *parties = (
        None if chosen[name] == old else chosen[name] for name, old in zip(_FIELDS, before, strict=True)
    )
    actors, recipients, mediators = (None if each is None else tuple(each) for each in parties)
    return Recode(type=code, actors=actors, recipients=recipients, mediators=mediators)


def _save(subject: str, origin: FoundAssertion) -> None:
    meant = judging(subject, Judgement.VERIFIED, recode_of(origin))
    _forget()
    request(meant)


def _cancel() -> None:
    st.session_state.pop(keys.RECODING, None)
    _forget()


def _forget() -> None:
    for name in (*_FIELDS, "recoded claim"):
        st.session_state.pop(name, None)


def _values(assertion: FoundAssertion) -> tuple[str, list[str], list[str], list[str]]:
    code = assertion.event_type or assertion.relation_type or ""
    return code, _ids(assertion.actors), _ids(assertion.recipients), _ids(assertion.mediators)


def _parties(assertion: FoundAssertion) -> tuple[ActingParty, ...]:
    return (*assertion.actors, *assertion.recipients, *assertion.mediators)


def _ids(entities: Sequence[ActingParty]) -> list[str]:
    return [each.id for each in entities]
