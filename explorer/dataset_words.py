"""What the interface says of claims that a data set has coded, which often quote no sentence."""

from __future__ import annotations

from cypher.model.ids import coded_by, dataset_label, dataset_of
from cypher.records.shared import EvidenceClaim
from explorer.phrases import Joined, Said, joined, say


def coded_words(claim: EvidenceClaim) -> Joined | None:
    """Say how a data set codes a claim: "ICEWS codes this as 040 Consult · Hanoi"; None for other claims."""
    dataset = dataset_of(claim.extractor)
    if dataset is None:
        return None
    what = " ".join(filter(None, (claim.code, claim.coded)))
    dead = None if claim.fatalities is None else say("fatalities {number}", number=claim.fatalities)
    parts = (
        say("{dataset} codes this as {what}", dataset=dataset_label(dataset), what=what),
        claim.place,
        dead,
    )
    return joined(" · ", parts)


def is_only_coded(sentence: str, extractor: str) -> bool:
    """Whether what stands for the sentence of a claim are only the codes of its data set."""
    dataset = dataset_of(extractor)
    return dataset is not None and sentence.startswith(coded_by(dataset))


def quoted(sentence: str, extractor: str) -> Said:
    """Return the sentence of a claim, or what its data set says of it, for a line that shows no more."""
    dataset = dataset_of(extractor)
    if dataset is None or not is_only_coded(sentence, extractor):
        return sentence
    what = sentence.removeprefix(coded_by(dataset))
    return say("{dataset} codes this as {what}", dataset=dataset_label(dataset), what=what)
