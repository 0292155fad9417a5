"""Why each claim was made: the sentences of an article with what was found in them, for people to read."""

from __future__ import annotations

from ingest.explanation.outline import Explanation, explain
from ingest.explanation.page import page_of
from ingest.explanation.terminal import terminal_of

__all__ = ["Explanation", "explain", "page_of", "terminal_of"]
