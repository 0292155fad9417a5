"""Generates texts unlike any news, of any size; each shape strains another part of the extraction."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle, islice, pairwise

NEWS = {
    "en": "Norway condemned Belarus on Tuesday, and its foreign minister met Maia Sandu in Chisinau. ",
    "es": "Noruega condenó el martes a Belarús, y su canciller se reunió con Maia Sandu en Chisinau. ",
    "id": "Norwegia mengecam Belarus pada Selasa, dan menterinya bertemu Maia Sandu di Chisinau. ",
}
"""Ordinary news in each language, for comparison."""

_SYLLABLES = ("ka", "ro", "mi", "ta", "ven", "dor", "li", "sha", "bek", "zan", "pu", "ni")
_FULL_NAME = 15
"""Approximate length of a generated name in characters."""


def filled(size: int, pieces: Sequence[str], between: str = " ") -> str:
    """Repeat the pieces until they fill the size."""
    length = sum(len(piece) + len(between) for piece in pieces) / len(pieces)
    return between.join(islice(cycle(pieces), int(size / length) + 1))[:size]


def _names(size: int) -> list[str]:
    """Return enough generated people's names for a text of this size, always the same ones."""
    dice = random.Random(1)  # noqa: S311 - names, not secrets
    words = ["".join(dice.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2 * (size // _FULL_NAME + 2))]
    return [f"{first} {last}" for first, last in zip(words[::2], words[1::2], strict=True)]


def _people(size: int) -> str:
    people = _names(size)
    return filled(size, [f"{one} attacked {two}." for one, two in pairwise(people)])


def _relatives(size: int) -> str:
    return filled(size, [f"{name.split()[0]} Kovaleva met Kovaleva." for name in _names(size)])


def _of(*pieces: str, between: str = " ") -> Callable[[int], str]:
    return lambda size: filled(size, pieces, between)


SHAPES: Mapping[str, Callable[[int], str]] = {
    "one token": _of("x", between=""),
    "one capitalised token": _of("Iran", between=""),
    "one sentence of names": _of("Iran", "and", "Putin", "dan", "Macron", ",", "y"),
    "one sentence of triggers": _of(
        "attacked", "menyerang", "atacó", "said", "kata", "dijo", "met", "bertemu"
    ),
    "one sentence of pronouns": _of("they", "said", "he", "met", "his", "ia", "mereka", "itu", "su", "ellos"),
    "one sentence of hyphens": _of("Iran", "Irak", "AS", between="-"),
    "one sentence of clauses": _of("Iran which attacked Iraq", "yang menyerang Irak", "que atacó Irak"),
    "one sentence of speakers": _of("Putin said that", "kata Macron bahwa", "dijo Biden que"),
    "one sentence of offices": _of("Presiden", "Menteri Luar Negeri", "Prime Minister of", "Putin", "dan"),
    "thousands of people": _people,
    "one surname for all": _relatives,
    "a list of people": lambda size: filled(size, _names(size), ", "),
    "descriptions": _of(
        "The country met the minister.", "Negara itu bertemu menterinya.", "Su país la acusó."
    ),
    "abbreviations": _of("PBB", "(OKI)", "NATO", "(", "Organisasi Kerja Sama Islam", ")", "UE"),
    "digits": _of("9/10/2023", "(9/10)", "2023", "pekan lalu", "two weeks ago", "hace dos días"),
    "punctuation": _of('"', "(", ")", "“", "”", "...", "?!", "-"),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "nested quotes": _of("“He said ‘they said “Iran attacked Iraq”’”,", '"kata', "'dia'", "«dijo»"),
    "HTML": _of(
        '<div class="a">', "<p>Iran attacked Iraq.", "</p>", "<script>x()</script>", "&nbsp;", "<b><i>"
    ),
    "blank lines": _of("\n", " ", "\t", "\r\n", between=""),
    "one letter a line": _of("a", "B", "é", between="\n"),
    "mixed scripts": _of("Тегеран", "德黑兰", "طهران", "menyerang", "Iran", "तेहरान"),
    "right to left": _of("\u202e", "إيران", "هاجمت", "\u202c", "Iran", "ישראל", "\u2067"),
    "emoji": _of("\U0001f1ee\U0001f1f7", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "Iran", "attacked"),
    "control characters": _of("\x00", "\x1b[0m", "\u202e", "\u200b", "Iran"),
    "characters of nobody": _of("\ud7ff", "\ue000", "\ufdd0", "\ufffe", "\U000e0041", "\U0010ffff", "Iran"),
    "combining marks": _of("e" + "\u0301" * 50, "Iran"),
}
"""The shapes measured by `python -m bench fuzzing` and, with smaller sizes, used in tests."""
