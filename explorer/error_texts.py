"""The errors of the program in the reader's language.

An error is an English sentence with its values, also where it comes from another process. Each fits one of
the templates in ``languages/errors.<code>.toml``; a sentence that fits none is shown as it is. The command
line stays English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from explorer.words import LANGUAGES, Words

_VALUE = re.compile(r"\{(\w+)\}")
_SHAPES = {"where": r"(?: \(line \d+, column \d+\))?", "after": r"(?: after [\d.e+-]+ s)?"}
"""The values that may be empty; any other value may be any text."""


@dataclass(frozen=True, slots=True)
class Template:
    """An English sentence with names of values in braces, and its translation."""

    english: str
    translation: str

    def filled(self, text: str, values: tuple[Template, ...]) -> str | None:
        """Return the translation of `text`, None if it does not fit; `values` translates parts of it."""
        found = _pattern(self.english).fullmatch(text)
        if found is None:
            return None
        said = {name: _translated(value, values) or value for name, value in found.groupdict().items()}
        return self.translation.format(**said)


def error_in(text: str, words: Words) -> str:
    """Return an error in the reader's language."""
    errors, values = templates(words.language)
    return _translated(text, errors, values) or words(text)


@cache
def templates(language: str) -> tuple[tuple[Template, ...], tuple[Template, ...]]:
    """Return the templates of errors and of their values in a language, the more specific ones first."""
    if language not in LANGUAGES or language == "en":
        return (), ()
    text = files("explorer").joinpath("languages", f"errors.{language}.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return _sorted(found["errors"]), _sorted(found["values"])


def _sorted(texts: Mapping[str, str]) -> tuple[Template, ...]:
    """The templates by how much of their text is fixed: the sentences of one may fit a less specific one."""
    return tuple(
        sorted(
            (Template(english, translation) for english, translation in texts.items()),
            key=lambda each: -len(_VALUE.sub("", each.english)),
        )
    )


def _translated(text: str, among: tuple[Template, ...], values: tuple[Template, ...] = ()) -> str | None:
    return next((said for each in among if (said := each.filled(text, values)) is not None), None)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    fixed = _VALUE.split(template)
    parts = (
        f"(?P<{each}>{_SHAPES.get(each, '.+?')})" if at % 2 else re.escape(each)
        for at, each in enumerate(fixed)
    )
    return re.compile("".join(parts), re.DOTALL)
