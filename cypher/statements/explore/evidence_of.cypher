// What the news says about an actor
// Claims of events in which the actor takes part, newest first, as the evidence of a tie shows them.
// :param entity entity  The entity
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 50  Maximum number of claims
// :returns table
// :part ties_of_side
MATCH (tie)<-[:FORMS|DENIES]-(assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT assertion, claim
ORDER BY coalesce(claim.placed_from, '') DESC, claim.id
LIMIT $limit
// :part return_evidence
ORDER BY coalesce(date, published_on, '') DESC, claim
