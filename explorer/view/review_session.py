"""One round of reviewing: the claims to go through, where the reviewer stands, and what they have judged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class ReviewSession:
    """The claims in their order; `batches` has the judgement of each claim that was judged in this round."""

    claims: tuple[str, ...]
    place: int = 0
    batches: dict[str, str] = field(default_factory=dict)

    @property
    def claim(self) -> str | None:
        """The claim on the screen; None when the round is over."""
        return self.claims[self.place] if self.place < len(self.claims) else None

    def moved(self, steps: int) -> ReviewSession:
        """Further on, or back; not beyond the ends."""
        return replace(self, place=max(0, min(self.place + steps, len(self.claims))))

    def judged(self, batch: str, claim: str | None = None) -> ReviewSession:
        """With `claim`, or else the claim on the screen, judged, on to the next."""
        claim = claim or self.claim
        if claim not in self.claims:
            return self
        return replace(self, batches={**self.batches, claim: batch}, place=self.claims.index(claim) + 1)

    def claim_of(self, batch: str) -> str | None:
        """The claim of a judgement; None when it was not given in this round."""
        return next((claim for claim, given in self.batches.items() if given == batch), None)

    def last_batch(self) -> str:
        """The judgement that was given last; there must be one."""
        return next(reversed(self.batches.values()))

    def without(self, batch: str) -> ReviewSession:
        """Without this judgement, back at its claim; unchanged when it was not given in this round."""
        claim = self.claim_of(batch)
        if claim is None:
            return self
        left = {each: given for each, given in self.batches.items() if each != claim}
        return replace(self, place=self.claims.index(claim), batches=left)
