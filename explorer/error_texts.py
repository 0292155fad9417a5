"""The errors of the program, and why it skips an input or remarks on it, in the reader's language.

Each is an English text with its values, also where it comes from another process. Each fits one of the
templates in ``languages/errors.<code>.toml`` and ``inputs.<code>.toml``; a text that fits none is shown as it
is. The command line stays English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files

from explorer.words import LANGUAGES, Words

_FILES = ("errors", "inputs")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_VALUE = re.compile(r"\{(\w+)\}")
_SHAPES = {"where": r"(?: \(line \d+, column \d+\))?", "after": r"(?: after [\d.e+-]+ s)?"}
"""The values that may be empty; any other value may be any text."""
_KEPT = frozenset({"field", "column"})
"""The values that are names in a file, such as `text`; they are not translated."""


@dataclass(frozen=True, slots=True)
class Template:
    """An English sentence with names of values in braces, and its translation."""

    english: str
    translation: str

    def filled(self, text: str, value_in: Callable[[str], str]) -> str | None:
        """Return the translation of `text`, None if it does not fit; `value_in` translates its values."""
        found = _pattern(self.english).fullmatch(text)
        if found is None:
            return None
        said = {
            name: value if name in _KEPT else value_in(value) for name, value in found.groupdict().items()
        }
        return self.translation.format(**said)


def error_in(text: str, words: Words) -> str:
    """Return an error, or what is said of an input, in the reader's language."""
    errors, _ = templates(words.language)
    return _translated(text, errors, partial(_value_in, words=words)) or words(text)


def _value_in(value: str, words: Words) -> str:
    """Return a value of an error: a number with the separators of the language, or words that are known."""
    if _GROUPED.fullmatch(value):
        return words.number(int(value.replace(",", "")))
    errors, values = templates(words.language)
    return _translated(value, (*values, *errors), partial(_value_in, words=words)) or value


@cache
def templates(language: str) -> tuple[tuple[Template, ...], tuple[Template, ...]]:
    """Return the templates of errors and of their values in a language, the more specific ones first."""
    if language not in LANGUAGES or language == "en":
        return (), ()
    errors, values = dict[str, str](), dict[str, str]()
    for name in _FILES:
        text = files("explorer").joinpath("languages", f"{name}.{language}.toml").read_text(encoding="utf-8")
        found = tomllib.loads(text)
        errors |= found["errors"]
        values |= found["values"]
    return _sorted(errors), _sorted(values)


def _sorted(texts: Mapping[str, str]) -> tuple[Template, ...]:
    """The templates by how much of their text is fixed: the sentences of one may fit a less specific one."""
    return tuple(
        sorted(
            (Template(english, translation) for english, translation in texts.items()),
            key=lambda each: -len(_VALUE.sub("", each.english)),
        )
    )


def _translated(text: str, among: tuple[Template, ...], value_in: Callable[[str], str]) -> str | None:
    return next((said for each in among if (said := each.filled(text, value_in)) is not None), None)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    fixed = _VALUE.split(template)
    parts = (
        f"(?P<{each}>{_SHAPES.get(each, '.+?')})" if at % 2 else re.escape(each)
        for at, each in enumerate(fixed)
    )
    return re.compile("".join(parts), re.DOTALL)
