"""The reads of who reports and who speaks: publishers, languages of articles, and speakers."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.records.explore import ArticleLanguage, Publisher, Speaker
from explorer.reads.connections import read


def publishers() -> list[str]:
    """Return the publishers of the documents, by name."""
    return [row.publisher for row in read(Publisher, "explore/publishers")]


def languages() -> list[str]:
    """Return the codes of the languages of the documents."""
    return [row.language for row in read(ArticleLanguage, "explore/article_languages")]


def speakers(lens: str) -> Sequence[Speaker]:
    """Return to whom the claims of a lens are attributed, those with the most claims first."""
    return read(Speaker, "explore/speakers", lens=lens)
