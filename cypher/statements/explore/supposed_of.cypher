// What an actor would do or undergo, as the news only supposes
// Claims of hypothetical events, newest first. These form no ties, so `explore/evidence_of` lacks them.
// :param entity entity  The entity
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 50  Maximum number of claims
// :returns table
UNWIND [$entity] AS asked
// :part counts_for
// :part parties_meant
CALL (party) {
  MATCH (party)-[:ACTS_IN|MEDIATES]->(assertion:Event) RETURN assertion
  UNION
  MATCH (party)<-[:ADDRESSES]-(assertion:Event) RETURN assertion
}
WITH DISTINCT assertion
WHERE assertion.status = 'hypothetical'
MATCH (assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT assertion, claim
ORDER BY coalesce(claim.placed_from, '') DESC, claim.id
LIMIT $limit
// :part return_evidence
ORDER BY coalesce(date, published_on, '') DESC, claim
