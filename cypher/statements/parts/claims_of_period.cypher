// The claims of a period under the lens
// Leaves claim. A beginning is looked up in an index; without one, all claims are read.
CALL () {
  UNWIND CASE WHEN $since IS NULL THEN [] ELSE [$since] END AS beginning
  MATCH (claim:Claim) WHERE claim.placed_until >= beginning RETURN claim
  UNION ALL
  UNWIND CASE WHEN $since IS NULL THEN [1] ELSE [] END AS every
  MATCH (claim:Claim) RETURN claim
}
WITH claim
WHERE ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
