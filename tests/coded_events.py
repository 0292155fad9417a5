"""Invented events of an invented data set, and who their parties are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cypher.model.graph import Entity, EntityKind
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport
from tests.articles import ENTITIES

__all__ = ["ALMANAC", "HANOI", "Almanac", "coded", "party", "report", "resolved"]


@dataclass(frozen=True)
class Almanac:
    """A data set."""

    name: str = "almanac"
    confidence: float = 0.6


ALMANAC = Almanac()

HANOI = CodedPlace("Hanoi, Vietnam", "VNM", 21.03, 105.85)

_MORE = (
    Entity("VNM", "Vietnam", EntityKind.COUNTRY, "VNM"),
    Entity("actor-navy", "Navy of Iran", EntityKind.GOVERNMENT_BODY, "IRN"),
    Entity("ban-ki-moon", "Ban Ki-moon", EntityKind.PERSON, "KOR"),
    Entity("league", "League of Lighthouses", EntityKind.ORGANISATION),
    Entity("union", "Union of Harbours", EntityKind.ORGANISATION),
)
_WHO: Mapping[str, Entity] = {**ENTITIES, **{each.id: each for each in _MORE}}


def resolved(party: CodedParty) -> Entity | None:
    """The entity whose id is the code of a party."""
    return _WHO.get(party.code)


def party(code: str) -> CodedParty:
    """A party by the id of its entity; any other code is nobody."""
    known = _WHO.get(code)
    return CodedParty(known.name if known else code, code)


def report(key: str = "1", publisher: str | None = "Daily Record", **more: object) -> CodedReport:
    """A report in an article of its own."""
    made = CodedReport(
        key=key,
        document=f"https://news.test/{key}",
        url=f"https://news.test/{key}",
        publisher=publisher,
        published_on="2024-05-02",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def coded(key: str, actors: str, recipients: str = "", *reports: CodedReport, **more: object) -> CodedEvent:
    """An event among parties that are named by their ids, with a space between them."""
    made = CodedEvent(
        key=key,
        code="040",
        label="Consult",
        event_type="CONSULT",
        date="2024-05-01",
        actors=tuple(map(party, actors.split())),
        recipients=tuple(map(party, recipients.split())),
        reports=reports or (report(key),),
        place=HANOI,
    )
    return replace(made, **more)  # type: ignore[arg-type]
