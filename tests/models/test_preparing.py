"""Training data for the recogniser of names and the parser, without the sentences that measure them."""

import json
from pathlib import Path

from models.id_konstelasi_news.conllu import read_sentences
from models.id_konstelasi_news.iob import Sentence
from models.id_konstelasi_news.prepare_entities import choose_training
from models.id_konstelasi_news.prepare_treebanks import without_sealed
from models.id_konstelasi_news.sealed import sealed_keys


def sentence(text: str) -> Sentence:
    """A sentence without names."""
    return Sentence(tuple((word, "O") for word in text.split()), {})


def test_sealed_and_held_out_sentences_are_not_training_data(tmp_path: Path) -> None:
    """A sealed sentence is known by its letters, whatever its spaces; learning sentences may be taught."""
    texts = {
        "sealed_a_id": "Kapal itu tiba, kata Wirya.",
        "sealed_b_en": "The ship left.",
        "learning_id": "Gudang itu kosong.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"text": text}) + "\n", encoding="utf8")
    train = [
        "Kapal itu tiba , kata Wirya .",
        "The ship left .",
        "Gudang itu kosong .",
        "Hujan turun .",
        "Pasar buka .",
    ]
    sets = {("idner", "train"): [sentence(text) for text in train]}
    chosen = choose_training(sets, [sentence("Hujan turun .")], sealed_keys(tmp_path))
    assert chosen == [sentence("Gudang itu kosong ."), sentence("Pasar buka .")]


def test_sealed_sentences_are_not_in_treebanks_for_training(tmp_path: Path) -> None:
    """Neither the marks nor the case of a sealed sentence hide it."""
    (tmp_path / "sealed_b_id.jsonl").write_text(json.dumps({"text": "“Kapal tiba,” ujar Wirya."}), "utf8")
    bank = tmp_path / "bank.conllu"
    texts = ["KAPAL tiba , ujar Wirya .", "Pasar buka ."]
    bank.write_text("\n".join(map(_as_conllu, texts)), encoding="utf8")
    first, second = read_sentences(bank)
    assert without_sealed([first, second], sealed_keys(tmp_path)) == [second]


def _as_conllu(text: str) -> str:
    """A sentence as a treebank has it, each word below the one before."""
    rows = (f"{n}\t{word}\t{word}\tX\t_\t_\t{n - 1}\tdep\t_\t_" for n, word in enumerate(text.split(), 1))
    return "\n".join(rows) + "\n"
