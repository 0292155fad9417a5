"""A small graph that people can keep in their heads: nine articles, written for the tests of all rooms.

The story: Iran's foreign minister phones the Taliban's (October 2023); Hamas attacks Israel, which two papers
report in the same words; Qatar talks to both, who agree on a truce in November; the United States cooperate
with Iran in September and put sanctions on it in January, which Iran rejects; Indonesia helps the
Palestinians. Every claim has a short name, by which tests find it: ``CLAIMS["phone-call"]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cypher.model.graph import Claim, EventStatus, Extraction, RelationType, Sign
from cypher.model.ids import content_id
from tests.articles import ENTITIES, Line, Stated, article

__all__ = ["ARTICLES", "BROKERS", "CLAIMS", "ENTITIES", "EXTRACTIONS", "article", "tie_id", "without_claims"]


def _attack(name: str) -> Line:
    """The sentence that two papers print."""
    stated = Stated(name, "attacked", ("hamas",), ("ISR",), "ASSAULT", date="2023-10-07", places=("ISR",))
    words = "Hamas fighters attacked towns in southern Israel on Saturday."
    return Line(words, {"Hamas": "hamas", "Israel": "ISR"}, (stated,))


ARTICLES: Mapping[str, Extraction] = {
    "swap": article(
        "swap",
        "en",
        "Daily Record",
        "2023-09-18",
        (
            Line("Prisoners come home"),
            Line(
                "The United States worked with Iran on an exchange of prisoners.",
                {"United States": "USA", "Iran": "IRN"},
                (Stated("swap", "worked with", ("USA",), ("IRN",), "COOPERATE", date="2023-09-18"),),
            ),
        ),
    ),
    "call": article(
        "call",
        "id",
        "Kabar Nusantara",
        "2023-10-08",
        (
            Line("Menlu Iran telepon Muttaqi"),
            Line(
                "Menteri Luar Negeri Iran Hossein Amir-Abdollahian menelepon Amir Khan Muttaqi, Minggu.",
                {
                    "Iran": "IRN",
                    "Hossein Amir-Abdollahian": "amir-abdollahian",
                    "Amir Khan Muttaqi": "muttaqi",
                },
                (
                    Stated(
                        "phone-call",
                        "menelepon",
                        ("amir-abdollahian",),
                        ("muttaqi",),
                        "CONSULT",
                        mode="phone",
                        date="2023-10-08",
                    ),
                    Stated(
                        "minister",
                        "Menteri Luar Negeri",
                        ("amir-abdollahian",),
                        ("IRN",),
                        relation=RelationType.HOLDS_OFFICE,
                        role="Menteri Luar Negeri",
                    ),
                ),
            ),
            Line(
                "Muttaqi berterima kasih atas bantuan Iran untuk Afghanistan.",
                {"Muttaqi": "muttaqi", "Iran": "IRN", "Afghanistan": "AFG"},
                (Stated("aid", "bantuan", ("IRN",), ("AFG",), "AID", confidence=0.7, said_by="muttaqi"),),
            ),
        ),
    ),
    "attack": article(
        "attack",
        "en",
        "Daily Record",
        "2023-10-08",
        (
            Line("Attack on Saturday"),
            _attack("attack"),
            Line(
                "Israel will send troops against Hamas.",
                {"Israel": "ISR", "Hamas": "hamas"},
                (
                    Stated(
                        "troops",
                        "send troops",
                        ("ISR",),
                        ("hamas",),
                        "MOBILIZE",
                        date="2023-10-09",
                        status=EventStatus.PLANNED,
                        confidence=0.6,
                    ),
                ),
            ),
        ),
    ),
    "copy": article(
        "copy", "en", "Evening Mirror", "2023-10-08", (Line("War in the south"), _attack("attack-copy"))
    ),
    "mediation": article(
        "mediation",
        "en",
        "Gulf Courier",
        "2023-10-10",
        (
            Line("Doha between the fronts"),
            Line(
                "Qatar spoke with Israel about the captives.",
                {"Qatar": "QAT", "Israel": "ISR"},
                (
                    Stated(
                        "talk-israel",
                        "spoke",
                        ("QAT",),
                        ("ISR",),
                        "CONSULT",
                        mode="third-party",
                        date="2023-10-10",
                        said_by="QAT",
                    ),
                ),
            ),
            Line(
                "It also spoke with Hamas.",
                {"Hamas": "hamas"},
                (
                    Stated(
                        "talk-hamas",
                        "spoke",
                        ("QAT",),
                        ("hamas",),
                        "CONSULT",
                        mode="third-party",
                        date="2023-10-10",
                        said_by="QAT",
                    ),
                ),
            ),
            Line(
                "Hamas blamed Israel for the delay.",
                {"Hamas": "hamas", "Israel": "ISR"},
                (
                    Stated(
                        "blame",
                        "blamed",
                        ("hamas",),
                        ("ISR",),
                        "ACCUSE",
                        mode="allege",
                        date="2023-10-10",
                        confidence=0.4,
                        said_by="hamas",
                    ),
                ),
            ),
        ),
    ),
    "truce": article(
        "truce",
        "en",
        "Gulf Courier",
        "2023-11-23",
        (
            Line("A truce"),
            Line(
                "Israel and Hamas agreed on a truce of four days.",
                {"Israel": "ISR", "Hamas": "hamas"},
                (Stated("truce", "agreed", ("ISR", "hamas"), (), "AGREE", date="2023-11-22"),),
            ),
            Line(
                "Israel did not withdraw from Palestine.",
                {"Israel": "ISR", "Palestine": "PSE"},
                (
                    Stated(
                        "no-withdrawal",
                        "withdraw",
                        ("ISR",),
                        ("PSE",),
                        "RETREAT",
                        mode="withdraw",
                        date="2023-11-22",
                        status=EventStatus.NEGATED,
                    ),
                ),
            ),
        ),
    ),
    "sanctions": article(
        "sanctions",
        "en",
        "Daily Record",
        "2024-01-15",
        (
            Line("New sanctions"),
            Line(
                "The United States imposed sanctions on Iran on Monday.",
                {"United States": "USA", "Iran": "IRN"},
                (
                    Stated(
                        "sanctions", "imposed sanctions", ("USA",), ("IRN",), "SANCTION", date="2024-01-15"
                    ),
                ),
            ),
            Line(
                "Iran rejected the demands of the United States, said Hossein Amir-Abdollahian.",
                {"Iran": "IRN", "United States": "USA", "Hossein Amir-Abdollahian": "amir-abdollahian"},
                (
                    Stated(
                        "rejection",
                        "rejected",
                        ("IRN",),
                        ("USA",),
                        "REJECT",
                        date="2024-01-15",
                        said_by="amir-abdollahian",
                    ),
                ),
            ),
        ),
    ),
    "sanctions-id": article(
        "sanctions-id",
        "id",
        "Kabar Nusantara",
        "2024-01-16",
        (
            Line("Sanksi baru untuk Teheran"),
            Line(
                "Amerika Serikat menjatuhkan sanksi baru kepada Iran.",
                {"Amerika Serikat": "USA", "Iran": "IRN"},
                (
                    Stated(
                        "sanctions-again",
                        "menjatuhkan sanksi",
                        ("USA",),
                        ("IRN",),
                        "SANCTION",
                        date="2024-01-15",
                    ),
                ),
            ),
        ),
    ),
    "help": article(
        "help",
        "id",
        "Kabar Nusantara",
        "2024-02-02",
        (
            Line("Bantuan dari Jakarta"),
            Line(
                "Indonesia mengirim bantuan untuk warga Palestina.",
                {"Indonesia": "IDN", "Palestina": "PSE"},
                (Stated("relief", "mengirim bantuan", ("IDN",), ("PSE",), "AID", date="2024-02-01"),),
            ),
            Line(
                "Taliban menguasai Afghanistan.",
                {"Taliban": "taliban", "Afghanistan": "AFG"},
                (Stated("control", "menguasai", ("taliban",), ("AFG",), relation=RelationType.CONTROLS),),
            ),
        ),
    ),
}
"""The articles by name, in the order of their dates."""

EXTRACTIONS: tuple[Extraction, ...] = tuple(ARTICLES.values())
"""What a loader gets."""


CLAIMS: Mapping[str, Claim] = {
    claim.id.removeprefix("claim-"): claim for extraction in EXTRACTIONS for claim in extraction.claims
}
"""The claims by their short names."""


def tie_id(actor: str, recipient: str, sign: Sign, relation: RelationType | None = None) -> str:
    """The id of the drawn edge from `actor` to `recipient`."""
    return content_id("tie", actor, recipient, sign, relation)


def without_claims(extraction: Extraction, *claims: Claim) -> Extraction:
    """The same extraction by an extractor that no longer makes `claims`."""
    gone = {c.id for c in claims}
    return replace(extraction, claims=tuple(c for c in extraction.claims if c.id not in gone))


BROKERS = article(
    "brokers",
    "en",
    "Gulf Courier",
    "2024-02-20",
    (
        Line("A second truce"),
        Line(
            "Iran and the Taliban brokered talks between Israel and Hamas.",
            {"Iran": "IRN", "Taliban": "taliban", "Israel": "ISR", "Hamas": "hamas"},
            (
                Stated(
                    "brokered",
                    "brokered",
                    (),
                    ("ISR", "hamas"),
                    "CONSULT",
                    mode="third-party",
                    date="2024-02-20",
                    mediators=("IRN", "taliban"),
                ),
            ),
        ),
    ),
)
"""A mediation that is told in so many words; no part of the story."""
