"""The parties of Phoenix: codes of CAMEO, several with a slash between them."""

from __future__ import annotations

from ingest.datasets.coded import CodedParty


def parties_of(codes: str) -> tuple[CodedParty, ...]:
    """Return the parties in a cell, each once."""
    return tuple(CodedParty(code=code) for code in dict.fromkeys(codes.split("/")) if code)
