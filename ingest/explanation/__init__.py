"""Explains why each claim was made: the sentences of an article with everything that was found in them."""

from __future__ import annotations

from ingest.explanation.outline import Explanation, explain
from ingest.explanation.page import page_of
from ingest.explanation.terminal import terminal_of

__all__ = ["Explanation", "explain", "page_of", "terminal_of"]
