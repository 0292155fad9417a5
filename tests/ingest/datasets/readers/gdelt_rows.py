"""Invented rows in the layouts of GDELT."""

from __future__ import annotations

EVENT = {
    0: "900100",
    1: "20190504",
    2: "201905",
    3: "2019",
    5: "IRQGOV",
    6: "BAGHDAD",
    7: "IRQ",
    15: "TMP",
    16: "DILI",
    17: "TMP",
    25: "1",
    26: "010",
    27: "010",
    28: "01",
    29: "1",
    30: "0.0",
}
"""The cells before the places, by their number."""

ADDRESS = "https://www.harbour-post.example/world/2019/talks.html"


def event(place: tuple[str, ...] = ("4", "Basra, Iraq", "IZ", "IZ02"), **changed: str) -> list[str]:
    """A row of GDELT 2.0; `changed` are cells by the letter c and their number, from the end if negative."""
    return _row(61, place, "30.5|47.8", "20190504121500", ADDRESS, changed)


def old_event(width: int = 58, **changed: str) -> list[str]:
    """A row of GDELT 1.0 with 58 cells or, before there were addresses, 57."""
    row = _row(58, ("4", "Basra, Iraq", "IZ", "IZ02"), "30.5|47.8", "20190504", ADDRESS, changed)
    return row[:width]


def _row(
    width: int, place: tuple[str, ...], where: str, added: str, address: str, changed: dict[str, str]
) -> list[str]:
    row = [""] * width
    for number, cell in EVENT.items():
        row[number] = cell
    at = width - (10 if width == 61 else 9)
    row[at : at + 4] = place
    row[-5:-3] = where.split("|")
    row[-2:] = [added, address]
    for name, cell in changed.items():
        row[int(name[1:])] = cell
    return row


def mention(
    number: str = "900100",
    identifier: str = ADDRESS,
    publisher: str = "harbour-post.example",
    **changed: str,
) -> list[str]:
    """A mention; `changed` are `seen`, `sentence`, `confidence` and `translated`."""
    return [
        *(number, "20190504121500", changed.get("seen", "20190504121500"), "1", publisher, identifier),
        *(changed.get("sentence", "2"), "-1", "4594", "4634", "1", changed.get("confidence", "100")),
        *("2541", "2.07", changed.get("translated", ""), ""),
    ]
