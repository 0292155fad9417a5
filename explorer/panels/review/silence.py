"""The table of sentences with actors but without a claim, by language and publisher."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from cypher.records.saved import SilentSentences
from explorer.elements import Element, element
from explorer.phrases import say
from explorer.words import Words


def silence_head(rows: Sequence[SilentSentences]) -> Element:
    """Return the heading with the share of silent sentences in the whole graph."""
    sentences = sum(row.sentences for row in rows)
    said = (
        say(
            "{share:.0%} of {number} sentences that mention actors have no claim.",
            share=sum(row.silent for row in rows) / sentences,
            number=sentences,
        )
        if sentences
        else say("No sentence mentions an actor.")
    )
    return element("div", element("h3", say("Sentences without a claim")), element("p", said, look="lead"))


def silence_frame(rows: Sequence[SilentSentences], words: Words) -> pd.DataFrame:
    """Return one row for each language and publisher, in the order of the statement."""
    return pd.DataFrame(
        [
            {
                words("Language"): row.language,
                words("Publisher"): row.publisher or words("unnamed publisher"),
                words("With actors"): row.sentences,
                words("Without a claim"): row.silent,
                words("Share"): row.silent / row.sentences,
            }
            for row in rows
        ]
    )
