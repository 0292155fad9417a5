"""The field of the dialog in which the reader chooses a sentence of an article."""

from __future__ import annotations

import streamlit as st

from cypher.cases.collecting import sentence_items
from cypher.cases.items import CaseItem
from explorer.reads.connections import reader
from explorer.view import keys
from explorer.view.fields import named_key
from explorer.words import Words

MOST = 1000
"""The maximum number of sentences that are offered."""

_PLACE = ("page", "document", "sentence")


def draw_choice(item: CaseItem, article: str, words: Words) -> CaseItem:
    """Draw the field with the sentences of an article, and return the item of the chosen one.

    Return `item` if `article` is empty.
    """
    if not article:
        return item
    seen = {name: value for name, value in item.address.items() if name not in _PLACE}
    found = sentence_items(reader(), article, seen)
    offered = {each.address["sentence"]: each for each in (*found[:MOST], item)}
    if st.session_state.get(keys.CASE_SENTENCE) not in offered:
        st.session_state[keys.CASE_SENTENCE] = item.address["sentence"]
    chosen = st.selectbox(
        words("Sentence"),
        list(offered),
        format_func=lambda place: offered[place].quote,
        key=named_key(keys.CASE_SENTENCE),
        help=words("Type some of its words to find it."),
    )
    if len(found) > MOST:
        st.caption(
            words("These are the first {number} sentences. The page Search finds the others.", number=MOST)
        )
    return offered[chosen]
