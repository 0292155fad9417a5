"""A graph that was filled in two loads, at two moments, for tests of what came in between."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cypher.database import Database
from cypher.model import document_rows
from cypher.model.graph import EventStatus, Extraction
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.graphs import EXTRACTIONS

FIRST, VISIT, SECOND = "2026-03-01T06:00:00+00:00", "2026-03-02T08:00:00+00:00", "2026-03-03T05:00:00+00:00"
"""When the first load finished, when the reader was there, and when the second load finished."""

HOSTILE = "<img src=x onerror=alert(1)> ]]> & **bold** [x](javascript:1)"


def _told(name: str, publisher: str, words: str, *stated: Stated, day: str = "2026-03-02") -> Extraction:
    parties = {party: party for each in stated for party in (*each.actors, *each.recipients)}
    line = Line(f"{words} {' '.join(parties)}.", parties, stated)
    return article(name, "en", publisher, day, (Line(name), line))


def _said(name: str, who: str, whom: str, kind: str, **more: object) -> Stated:
    return Stated(name, name, (who,), (whom,), kind, **{"date": "2026-03-01", **more})  # type: ignore[arg-type]


OVERNIGHT: tuple[Extraction, ...] = (
    _told(
        "peace",
        "Daily Record",
        "At a peace-talk ended the old quarrel of",
        _said("peace-talk", "IRN", "USA", "AGREE"),
    ),
    _told("accord", "Gulf Courier", "An accord of friends joins", _said("accord", "USA", "IRN", "COOPERATE")),
    _told("handshake", "Evening Mirror", "A handshake between", _said("handshake", "IRN", "USA", "SUPPORT")),
    _told(
        "refusal",
        "Gulf Courier",
        "No relief came, says a refusal of",
        _said("refusal", "IDN", "PSE", "AID", date="2024-02-01", status=EventStatus.NEGATED),
    ),
    _told("visit", "Kabar Nusantara", "A first visit joins", _said("visit", "IDN", "QAT", "CONSULT")),
    _told(
        "rumour", "Kabar Nusantara", "A rumour about", _said("rumour", "IDN", "AFG", "COERCE", confidence=0.2)
    ),
    _told(HOSTILE, HOSTILE, f"{HOSTILE} with poison", _said("poison", "AFG", "QAT", "ASSAULT")),
)
"""What came in after the visit: a tie that turned, a denial, new ties, a doubtful claim and hostile words."""


def load_at(
    database: Database, moment: str, extractions: Iterable[Extraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Load as if it was `moment`."""
    with monkeypatch.context() as patch:
        patch.setattr(document_rows, "now", lambda: moment)
        load(database, extractions)


def fill_twice(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Load the story before the visit, and what came overnight after it."""
    load_at(database, FIRST, EXTRACTIONS, monkeypatch)
    load_at(database, SECOND, OVERNIGHT, monkeypatch)
