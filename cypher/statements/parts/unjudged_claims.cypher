// Claims without a judgement, of the lens and the period, that are less certain than asked
// Leaves claim; more conditions may follow with AND.
MATCH (claim:Claim)
WHERE claim.verdict = 'none' AND claim.confidence < $confidence AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
