"""Loading the spaCy pipeline of a language: the best installed one of those that its data names."""

from __future__ import annotations

import importlib
import importlib.util
from functools import cache

import spacy
from spacy.language import Language as Pipeline

from cypher.errors import UsageError
from ingest.extraction.language import Language, load_language


@cache
def load_pipeline(code: str) -> Pipeline:
    """The spaCy pipeline of a language, loaded once a process.

    Raises:
        UsageError: none of the pipelines named in the language's data is installed.
    """
    language = load_language(code)
    for package in language.pipelines:
        if importlib.util.find_spec(package) is not None:
            return spacy.load(_location(package))
    raise UsageError(_missing(language))


def pipeline_version(code: str) -> str:
    """Name and version of the pipeline in use, e.g. ``id_konstelasi_news-0.2.0``."""
    meta = load_pipeline(code).meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def _location(package: str) -> str:
    """What spaCy loads; a package that re-packs a model under another name has a function for its place."""
    locate = getattr(importlib.import_module(package), "model_path", None)
    return str(locate()) if callable(locate) else package


def _missing(language: Language) -> str:
    names = " or ".join(language.pipelines)
    return f"no spaCy pipeline for {language.name} is installed; run `make setup`, which installs {names}"
