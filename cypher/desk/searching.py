"""What somebody types to find sentences: words in any form, words in quotes as they stand, and a year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cypher.model.search_words import forms_of

SENTENCES = "saved/text/sentences"
"""The statement that finds sentences."""

_QUOTED = re.compile(r"[\"“”]([^\"“”]*)[\"“”]")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """`words` are all typed words; `exactly` is what stood in quotes, None without quotes."""

    words: str
    exactly: str | None = None

    @property
    def year(self) -> str | None:
        """The typed year, if there are words beside it."""
        found = _YEAR.findall(self.words)
        return found[0] if len(found) == 1 and forms_of(self.beside_year) else None

    @property
    def beside_year(self) -> str:
        """The words without years."""
        return " ".join(_YEAR.sub(" ", self.words).split())

    @property
    def period(self) -> dict[str, str]:
        """The days of the year, as parameters of a statement; empty without one."""
        return {"since": f"{self.year}-01-01", "until": f"{self.year}-12-31"} if self.year else {}

    def parameters(self) -> dict[str, str]:
        """Return the parameters of the statement `SENTENCES`, as text."""
        return {"words": self.words} | ({"exactly": self.exactly} if self.exactly else {})


def asked_in(text: str) -> Asked:
    """Read what was typed. Only the first quotation with a word has to stand as it is."""
    quoted = next((each.strip() for each in _QUOTED.findall(text) if re.search(r"\w", each)), None)
    return Asked(" ".join(re.sub('["“”]', " ", text).split()), quoted)
