"""Training data for the recogniser of names, without the sentences that measure it."""

import json
from pathlib import Path

from models.id_konstelasi_news.iob import Sentence
from models.id_konstelasi_news.prepare_entities import choose_training, sealed_keys


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
