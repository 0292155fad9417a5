"""A made-up row of ICEWS, and others like it."""

from __future__ import annotations

from ingest.datasets.readers.icews import COLUMNS

HEADER = [name.title() for name in COLUMNS]

TALKS = {
    "event id": "700001",
    "event date": "2018-03-05",
    "source name": "Foreign Affairs (Vietnam)",
    "source sectors": "Executive,Foreign Ministry,Government",
    "source country": "Vietnam",
    "event text": "Consult",
    "cameo code": "040",
    "intensity": "1",
    "target name": "Jane Harbour",
    "target sectors": "NA",
    "target country": "Namibia",
    "story id": "900",
    "sentence number": "3",
    "publisher": "The Invented Post",
    "city": "Hue",
    "district": "NA",
    "province": "Thua Thien-Hue",
    "country": "Vietnam",
    "latitude": "16.4637",
    "longitude": "107.591",
}


def row(**changed: str) -> list[str]:
    told = TALKS | {name.replace("_", " "): value for name, value in changed.items()}
    return [told[name] for name in COLUMNS]
