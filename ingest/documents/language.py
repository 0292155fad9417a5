"""Identifies the language of an article from its text."""

from __future__ import annotations

from functools import cache

from babel import Locale
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from ingest.documents.characters import shown
from ingest.documents.records import Remark, UnusableError
from ingest.languages import supported_languages

_SAME = {"ms": "id", "in": "id", "ind": "id", "msa": "id", "zsm": "id", "eng": "en"}
"""Codes that stand for others. Malay counts as Indonesian: the languages are similar and easily confused."""

_SURE = 0.95
_PLAUSIBLE = 0.2
"""The least total probability of the supported languages for which the likeliest of them is accepted."""

_SAMPLE = 20_000
_SHORT = 80
_SHOWN_CODE = 20


def normal_code(code: str) -> str:
    """Return the normal code of a language: ``en`` for ``en-US`` and ``English``, ``id`` for ``ms``."""
    stated = code.strip().lower()
    base = _names().get(stated.removeprefix("bahasa ")) or stated.replace("_", "-").split("-")[0]
    return _SAME.get(base, base)


@cache
def _names() -> dict[str, str]:
    """The codes of the supported languages by their names in each of them: ``indonesian``, ``inggris``."""
    codes = supported_languages()
    return {Locale(each).languages[code].lower(): code for each in codes for code in codes}


def language_of(text: str, stated: str | None) -> tuple[str, tuple[Remark, ...]]:
    """Return the code of the text's language, with a remark if it is uncertain.

    A stated language is not questioned. Raises `UnusableError` for a language that is not supported.
    """
    if stated:
        return _supported(normal_code(stated)), ()
    letters = sum(map(str.isalpha, text[:_SAMPLE]))
    if not letters:
        raise UnusableError("has no words", "Check that the file holds an article.")
    code, probability = _identifier().classify(text[:_SAMPLE])
    code = normal_code(code)
    if letters >= _SHORT and probability >= _SURE:
        return _supported(code), ()
    return _likeliest_supported(text[:_SAMPLE])


def _likeliest_supported(text: str) -> tuple[str, tuple[Remark, ...]]:
    share: dict[str, float] = {}
    for code, probability in _identifier().rank(text):
        known = normal_code(code)
        if known in supported_languages():
            share[known] = share.get(known, 0.0) + probability
    code = max(share, key=lambda known: share[known])
    total = sum(share.values())
    if total >= _PLAUSIBLE and share[code] >= _SURE * total:
        return code, ()
    remark = Remark(f'language uncertain, read as {code!r}: set it in the row\'s "language" if that is wrong')
    return code, (remark,)


def _supported(code: str) -> str:
    if code not in supported_languages():
        known = ", ".join(supported_languages())
        raise UnusableError(
            f"is in a language that is not supported ({shown(code, _SHOWN_CODE)})", f"Supported are: {known}."
        )
    return code


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
