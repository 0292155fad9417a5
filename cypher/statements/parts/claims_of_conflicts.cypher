// The dated claims of some ties together
// Expects conflicts, a list of ties, inside a CALL with it; returns last_conflict, over (the last day of the latest
// of them) and conflict_voices.
UNWIND conflicts AS conflict
MATCH (conflict)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
WHERE $lens IN claim.lenses AND claim.date IS NOT NULL AND ($known_by IS NULL OR claim.known_on <= $known_by)
RETURN max(claim.date) AS last_conflict, max(claim.placed_until) AS over,
       count(DISTINCT claim.voice) AS conflict_voices
