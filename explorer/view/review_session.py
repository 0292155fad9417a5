"""A review session: the claims of a queue, the reviewer's place in it, and the judgements made so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class ReviewSession:
    """The claims in their order; `batches` maps the claims judged in this session to their batches."""

    claims: tuple[str, ...]
    place: int = 0
    batches: dict[str, str] = field(default_factory=dict)

    @property
    def claim(self) -> str | None:
        """The claim on the screen; None at the end of the queue."""
        return self.claims[self.place] if self.place < len(self.claims) else None

    def moved(self, steps: int) -> ReviewSession:
        """Return the session `steps` further on, or back if negative, but not beyond the ends."""
        return replace(self, place=max(0, min(self.place + steps, len(self.claims))))

    def judged(self, batch: str, claim: str | None = None) -> ReviewSession:
        """Return the session with `claim`, by default the one on the screen, judged; go to the next claim."""
        claim = claim or self.claim
        if claim not in self.claims:
            return self
        return replace(self, batches={**self.batches, claim: batch}, place=self.claims.index(claim) + 1)

    def claim_of(self, batch: str) -> str | None:
        """Return the claim that was judged with this batch; None if that was not in this session."""
        return next((claim for claim, given in self.batches.items() if given == batch), None)

    def last_batch(self) -> str:
        """Return the batch of the last judgement; there must be one."""
        return next(reversed(self.batches.values()))

    def without(self, batch: str) -> ReviewSession:
        """Return the session without this judgement, back at its claim; unchanged if it is not in it."""
        claim = self.claim_of(batch)
        if claim is None:
            return self
        left = {each: given for each, given in self.batches.items() if each != claim}
        return replace(self, place=self.claims.index(claim), batches=left)
