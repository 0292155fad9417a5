"""Loads the spaCy pipeline of a language: the first installed one of those listed in the language's data."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import spacy
import srsly
from spacy.language import Language as Pipeline
from spacy.tokenizer import Tokenizer
from spacy.util import get_lang_class, get_model_meta, get_package_path

from cypher.errors import UsageError
from ingest.extraction.vocabulary.language import Language, load_language


@cache
def load_pipeline(code: str) -> Pipeline:
    """Return the spaCy pipeline of a language, loaded once per process.

    Raises:
        UsageError: none of the pipelines named in the language's data is installed.
    """
    language = load_language(code)
    for package in language.pipelines:
        if importlib.util.find_spec(package) is not None:
            return _load(_location(package), language)
    raise UsageError(_missing(language))


@cache
def pipeline_version(code: str) -> str:
    """Return the name and version of the pipeline in use, e.g. ``id_konstelasi_news-0.2.0``."""
    meta = load_pipeline(code).meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def _load(folder: Path, language: Language) -> Pipeline:
    """Load the pipeline in a folder.

    In a language whose hyphenated words stay whole, skip the tokenizer rules for such words. spaCy has 15,574
    of them for Indonesian and takes five seconds to read them: once from its defaults, once from the folder.
    """
    if not language.whole_hyphenated:
        return spacy.load(folder)
    defaults = get_lang_class(language.code).Defaults
    defaults.tokenizer_exceptions = _unhyphenated(defaults.tokenizer_exceptions)
    pipeline = spacy.load(folder, exclude=["tokenizer"])
    saved = srsly.msgpack_loads((folder / "tokenizer").read_bytes())
    saved["exceptions"] = _unhyphenated(saved["exceptions"])
    cast(Tokenizer, pipeline.tokenizer).from_bytes(srsly.msgpack_dumps(saved), exclude=["vocab"])
    return pipeline


def _unhyphenated(rules: Mapping[str, Any]) -> dict[str, Any]:
    def is_needed(word: str) -> bool:
        return "-" not in word or not word.replace("-", "").isalpha()

    return {word: rule for word, rule in rules.items() if is_needed(word)}


def _location(package: str) -> Path:
    """Return the folder of a pipeline; a package under another name provides it with `model_path()`."""
    module = importlib.import_module(package)
    locate = getattr(module, "model_path", None)
    if callable(locate):
        return Path(locate())
    folder = get_package_path(package)
    meta = get_model_meta(folder)
    return folder / f"{meta['lang']}_{meta['name']}-{meta['version']}"


def _missing(language: Language) -> str:
    names = " or ".join(language.pipelines)
    return f"no spaCy pipeline for {language.name} ({names}) is installed; get one with: {language.install}"
