"""Indonesian tokenizer: spaCy's rules, except that hyphens and slashes inside a word do not split it.

These stay whole: kata-kata, Amir-Abdollahian, 9/10/2023, 1.000,5. The compiled expressions are saved in the
trained pipeline, so this module is needed only for training (`spacy train --code tokenizer.py`).
"""

from collections.abc import Callable
from functools import cache
from typing import cast

import spacy
from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    LIST_ELLIPSES,
    LIST_ICONS,
)
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])[:<>=](?=[{ALPHA}])",
    r"[—–…]",
    rf"(?<=[{ALPHA}])/(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])[()\[\]](?=[{ALPHA}0-9])",
    rf"(?<=[{ALPHA}0-9.,!?])[\"“”](?=[{ALPHA}0-9])",
]


def customise(nlp: Language) -> Language:
    """Replace the infix rules of a blank Indonesian pipeline and return it."""
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    defaults = nlp.Defaults
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer
    tokenizer.prefix_search = compile_prefix_regex(list(defaults.prefixes or [])).search
    tokenizer.suffix_search = compile_suffix_regex(list(defaults.suffixes or [])).search
    return nlp


def make_callback() -> Callable[[Language], Language]:
    """Return the callback that training configurations name under `before_init`."""
    return customise


registry.callbacks.register("konstelasi.id_tokenizer.v1", func=make_callback)


@cache
def blank_pipeline() -> Language:
    """Return an empty Indonesian pipeline with this tokenizer."""
    return customise(spacy.blank("id"))
