"""One round of reviewing: the claims to go through, where the reviewer stands, and what they have judged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Round:
    """The claims in their order; `batches` has the judgement of each claim that was judged in this round."""

    claims: tuple[str, ...]
    place: int = 0
    batches: dict[str, str] = field(default_factory=dict)

    @property
    def claim(self) -> str | None:
        """The claim on the screen; None when the round is over."""
        return self.claims[self.place] if self.place < len(self.claims) else None

    def moved(self, steps: int) -> Round:
        """Further on, or back; not beyond the ends."""
        return replace(self, place=max(0, min(self.place + steps, len(self.claims))))

    def judged(self, batch: str) -> Round:
        """With the claim on the screen judged, on to the next."""
        if self.claim is None:
            return self
        return replace(self, batches={**self.batches, self.claim: batch}).moved(1)

    def last_batch(self) -> str:
        """The judgement that was given last; there must be one."""
        return next(reversed(self.batches.values()))

    def taken_back(self) -> Round:
        """Without the last judgement, back at its claim."""
        if not self.batches:
            return self
        claim, left = next(reversed(self.batches)), dict(self.batches)
        del left[claim]
        return replace(self, place=self.claims.index(claim), batches=left)
