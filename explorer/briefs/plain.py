"""Text of briefs on one line, without characters that could act or deceive in a file."""

from __future__ import annotations

import re

from cypher.database.export import well_formed

_REORDERING = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")


def paragraphs(text: str) -> list[str]:
    """Split own text at empty lines; line breaks inside a paragraph become spaces."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def one_line(text: str) -> str:
    """Return text on one line; characters that control or reorder text become U+FFFD."""
    return " ".join(_REORDERING.sub("\ufffd", well_formed(text)).split())
