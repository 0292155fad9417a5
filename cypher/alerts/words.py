"""What alerts say besides the words of the news, in each language; ``languages/`` has a file for each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cypher.model.ontology import LANGUAGES, event_types

USUAL = "en"
"""The language of alerts whose rule states none: older versions wrote no other."""


@dataclass(frozen=True, slots=True)
class AlertWords:
    """The words of alerts in one language; those in braces stand for values.

    `ties` names signs and types of relations by their codes.
    """

    language: str
    one_claim: str
    more_claims: str
    new: str
    reversed: str
    contradicted: str
    watched_by: str
    identified: str
    unnamed_publisher: str
    alerts_of: str
    test: str
    test_of_an_alert: str
    ties: Mapping[str, str]

    def claims(self, number: int) -> str:
        """Return how many claims are new."""
        return (self.one_claim if number == 1 else self.more_claims).format(number=number)

    def tie(self, code: str) -> str:
        """Return the name of a sign or type of relation; an unknown code is returned as it is."""
        return self.ties.get(code.lower(), code)

    def event_type(self, code: str) -> str:
        """Return the name of a type of claims: of an event, or of a relation."""
        known = event_types().get(code)
        return known.labels[self.language] if known else self.tie(code)


@cache
def alert_words(language: str) -> AlertWords:
    """Return the words of a language, English for one that alerts are not written in."""
    code = language if language in LANGUAGES else USUAL
    text = files(__package__).joinpath("languages", f"{code}.toml").read_text(encoding="utf-8")
    return AlertWords(language=code, **tomllib.loads(text))
