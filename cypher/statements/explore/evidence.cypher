// Claims that support or deny a tie, newest first
// Each with its sentence, the entities named in it, the sentences before and after, and the speaker.
// Claims that deny the tie have the status negated: they say that such an event did not happen.
// :param tie id  The tie
// :use lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param skip integer = 0  Number of the newest claims to skip
// :param limit integer = 50  Maximum number of claims
// :returns table
MATCH (:Tie {id: $tie})<-[:FORMS|DENIES]-(assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH assertion, claim
ORDER BY coalesce(claim.placed_from, '') DESC, claim.id
SKIP $skip
LIMIT $limit
// :part return_evidence
ORDER BY coalesce(date, published_on, '') DESC, claim
