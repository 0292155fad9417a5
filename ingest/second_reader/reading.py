"""Reads doubtful sentences again, a few at a time, and counts what that costs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from threading import Lock

from cypher.model.graph import Claim, Extraction
from ingest.second_reader.asking import AskingError, ask
from ingest.second_reader.doubts import Doubt, doubts_in
from ingest.second_reader.kept import KeptAnswers
from ingest.second_reader.locating import UnfitError, located
from ingest.second_reader.settings import Service, service

FOLDER = "second-reader"
"""The folder of kept answers in the data folder."""

AT_ONCE = 4
"""The number of sentences that are asked about at the same time."""

MOST_FAILURES = 3
"""Failures one after the other after which the server is not asked any more in this run."""


@dataclass(slots=True)
class Spent:
    """What a run cost and brought: numbers of sentences, claims, events dropped, tokens, and seconds.

    `failure` is the latest reason why a sentence got no usable answer.
    """

    asked: int = 0
    kept: int = 0
    failed: int = 0
    left: int = 0
    claims: int = 0
    dropped: int = 0
    tokens_read: int = 0
    tokens_written: int = 0
    seconds: float = 0.0
    failure: str = ""

    def __str__(self) -> str:
        text = (
            f"{self.asked + self.kept:,} sentences read again ({self.kept:,} answers were kept), "
            f"{self.claims:,} claims, {self.dropped:,} events dropped, "
            f"{self.tokens_read:,} + {self.tokens_written:,} tokens, {self.seconds:,.1f} s"
        )
        if self.failed:
            text += f"; {self.failed:,} without a usable answer: {self.failure}"
        return f"{text}; then {self.left:,} were not asked about" if self.left else text


@dataclass(slots=True)
class SecondReader:
    """Reads again by the model of a service; `spent` counts over all that it reads."""

    service: Service
    answers: KeptAnswers
    spent: Spent = field(default_factory=Spent)
    _in_a_row: int = 0
    _counting: Lock = field(default_factory=Lock)

    def again(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        """Yield extractions in order, with the claims of the second reader after those of the first.

        An article is never lost: without a usable answer it stays as it is.
        """
        with ThreadPoolExecutor(AT_ONCE, "second-reader") as pool:
            for extraction in extractions:
                started = time.monotonic()
                found: dict[str, Claim] = {}
                for claims in pool.map(self._claims, list(doubts_in(extraction))):
                    found |= {claim.id: claim for claim in claims}
                self._count(seconds=time.monotonic() - started, claims=len(found))
                yield replace(extraction, claims=(*extraction.claims, *found.values()))

    def counts(self) -> Mapping[str, object]:
        """Return what was spent as a JSON object, with the model."""
        return {"model": self.service.model, **asdict(self.spent)}

    def _claims(self, doubt: Doubt) -> tuple[Claim, ...]:
        sentence = doubt.sentence.text
        said = self.answers.of(sentence)
        if said is not None:
            self._count(kept=1)
        elif self._in_a_row >= MOST_FAILURES:
            self._count(left=1)
            return ()
        try:
            found = located(doubt, self._asked(sentence) if said is None else said, self.service.model)
        except (AskingError, UnfitError) as error:
            self._fail(error)
            return ()
        if said is None:
            self.answers.keep(sentence, found.said)
        self._count(dropped=found.dropped)
        return found.claims

    def _asked(self, sentence: str) -> object:
        self._count(asked=1)
        answer = ask(self.service, sentence)
        self._in_a_row = 0
        self._count(tokens_read=answer.read, tokens_written=answer.written)
        return answer.said

    def _fail(self, error: Exception) -> None:
        with self._counting:
            self._in_a_row += isinstance(error, AskingError)
            self.spent.failed += 1
            self.spent.failure = str(error)

    def _count(self, **more: float) -> None:
        """Add to what was spent; several threads do."""
        with self._counting:
            for name, number in more.items():
                setattr(self.spent, name, getattr(self.spent, name) + number)


def second_reader(home: Path, environment: Mapping[str, str] | None = None) -> SecondReader | None:
    """Return the second reader of the environment, None if none is set up; it keeps answers below `home`.

    Raises `UsageError` for settings that cannot work.
    """
    found = service(environment)
    return SecondReader(found, KeptAnswers(home / FOLDER, found.model)) if found else None
