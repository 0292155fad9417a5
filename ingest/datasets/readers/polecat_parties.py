"""Reads the actors and recipients of POLECAT: lists with semicolons, in several columns side by side."""

from __future__ import annotations

from ingest.datasets.coded import CodedParty
from ingest.datasets.codes.country_codes import country_of
from ingest.datasets.files.cells import Cells
from ingest.datasets.files.rows import ABSENT
from ingest.knowledge.base import load_knowledge


def parties_of(cells: Cells, side: str) -> tuple[CodedParty, ...]:
    """Return the parties of a side, ``actor`` or ``recipient``.

    Their countries, sectors and Wikipedia titles are lists too, item by item; within an item, ``|`` parts
    several values. A list of another length is left out, but what stands for all of them: one country, or all
    sectors of a single party.
    """
    names, raw = _items(cells[f"{side} name"]), _items(cells[f"{side} name raw"])
    titles = _items(cells[f"wikipedia {side} id"])
    count = max(len(names), len(raw) if not any(names) else 0, len(titles) if not any(names) else 0)
    if count == 0:
        return ()
    countries = _items(cells[f"{side} country"])
    sectors = _items(cells[f"{side} sectors"]) or _items(cells[f"primary {side} sector"])
    if count == 1:
        sectors = ["|".join(filter(None, sectors))]
    parties = zip(
        _fitting(names, count),
        _fitting(titles, count),
        _fitting(raw, count),
        countries * count if len(countries) == 1 else _fitting(countries, count),
        _fitting(sectors, count),
        strict=True,
    )
    return tuple(
        dict.fromkeys(
            CodedParty(told, country=_country(country), sectors=_values(own))
            for name, title, spelled, country, own in parties
            if (told := _best(name, title, spelled))
        )
    )


def _items(cell: str) -> list[str]:
    """Return the items of a list; those that say that nothing is known are empty."""
    items = [item.strip() for item in cell.split(";")] if cell else []
    while items and not items[-1]:
        items.pop()
    return ["" if item in ABSENT else item for item in items]


def _fitting(items: list[str], count: int) -> list[str]:
    return items if len(items) == count else [""] * count


def _values(item: str) -> tuple[str, ...]:
    return tuple(value for part in item.split("|") if (value := part.strip()) and value not in ABSENT)


def _country(item: str) -> str:
    """Return the first country of an item; parties of several countries count for the first."""
    return next(filter(None, map(country_of, _values(item))), "")


def _best(name: str, title: str, spelled: str) -> str:
    """Return the title in Wikipedia if the knowledge base has it, else the name, else the spelling."""
    article = title.replace("_", " ").partition(" (")[0]
    if article and load_knowledge().named(article):
        return article
    return name or article or spelled
