"""Reads ACLED's names of actors, which carry countries, years of regimes and abbreviations.

``Military Forces of Iran (1989-) Islamic Revolutionary Guard Corps`` is the unit, of Iran.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.datasets.coded import CodedParty
from ingest.datasets.codes.territories import country_named
from ingest.datasets.parties.resolution import YEARS
from ingest.knowledge.base import load_knowledge

_REGIME = re.compile(
    r"(?P<lead>(?:(?:Former|Mutiny of) )?[\w' -]*(?:Forces|Government|Police|Army|Guards?)) of (?:the )?"
    rf"(?P<country>.+?){YEARS}[\s:,-]*(?P<unit>.*)"
)
_IN_BRACKETS = re.compile(r"(?P<name>.+?)\s*\((?P<bracket>[^()]+)\)")
_ABBREVIATED = re.compile(r"(?P<short>[^\s:]{2,20}):\s+(?P<full>.+)")

_KINDS = {
    "1": "State forces",
    "2": "Rebel group",
    "3": "Political militia",
    "4": "Identity militia",
    "5": "Rioters",
    "6": "Protesters",
    "7": "Civilians",
    "8": "External/Other forces",
}
_KINDS |= {kind.lower(): kind for kind in _KINDS.values()}
_KINDS |= {f"{_KINDS[number].lower()}s": _KINDS[number] for number in ("2", "3", "4")}
"""The kinds of actors by the numbers that stand for them in older files, and by their words."""


@lru_cache(maxsize=1 << 16)
def party_of(actor: str, kind: str = "") -> CodedParty:
    """Return the party for a name of ACLED; `kind` is what it is, in words or as ACLED's number for it."""
    kinds = (_KINDS.get(kind.lower(), kind),) if kind not in ("", "0") else ()
    regime = _REGIME.fullmatch(actor)
    if regime is not None:
        country, lead = country_named(regime["country"]) or "", regime["lead"]
        unit = _without_country(regime["unit"])[0]
        return CodedParty(unit or f"{lead} of {regime['country']}", country=country, sectors=(lead, *kinds))
    name, country = _without_country(re.sub(YEARS, "", actor))
    return CodedParty(_known_name(name), country=country, sectors=kinds)


def _without_country(name: str) -> tuple[str, str]:
    """Part ``Protesters (India)`` into the name and the country's code."""
    found = _IN_BRACKETS.fullmatch(name)
    country = found and country_named(found["bracket"])
    return (found["name"], country) if found and country else (name, "")


def _known_name(name: str) -> str:
    """Return the full name in ``JNIM: Group for Support of Islam and Muslims``.

    The abbreviation is returned instead if it is the only one of the two that the knowledge base has, for one
    entity alone.
    """
    found = _ABBREVIATED.fullmatch(name)
    if found is None:
        return name
    known = load_knowledge()
    if known.named(found["full"]):
        return found["full"]
    return (
        found["short"]
        if len({entity.id for entity, _ in known.named(found["short"])}) == 1
        else found["full"]
    )
