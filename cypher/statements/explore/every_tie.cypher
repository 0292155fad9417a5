// All ties of events, without names
// For the overview, which draws tens of thousands. Nothing is grouped or sorted, so that the engine holds no more than
// one row.
// :use lens level known_by event_types statuses since until publishers languages speakers least_confidence
// :param voices integer = 1  Only ties with at least this number of independent voices
// :returns table
MATCH (tie:Tie)
WHERE tie.level = $level AND tie.sign <> 'relation' AND $lens IN tie.lenses
WITH tie, COUNT {
  MATCH (tie)<-[:FORMS]-(assertion)<-[:ASSERTS]-(claim:Claim)
  // :part filter_claims
    AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
} AS claims
WHERE claims > 0 AND ($voices <= 1 OR COUNT {
  MATCH (tie)<-[:FORMS]-(assertion)<-[:ASSERTS]-(claim:Claim)
  // :part filter_claims
    AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  RETURN DISTINCT claim.voice
} >= $voices)
// :part return_plain_ties
