// What two actors would do, as the news only supposes
// Claims of hypothetical events of the first towards the second, or of both together, newest first. These form no
// ties, so `explore/evidence_between` lacks them.
// :param first entity  The first entity
// :param second entity  The second entity
// :param directed boolean = true  Acts of the first towards the second, or else what both do together
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 50  Maximum number of claims
// :returns table
// :part lifted_pair
WITH other, one AS meant
// :part parties_meant
WITH party AS doer, other AS meant
// :part parties_meant
MATCH (doer)-[:ACTS_IN]->(assertion:Event)
WHERE assertion.status = 'hypothetical' AND (
  ($directed AND EXISTS { MATCH (assertion)-[:ADDRESSES]->(party) })
  OR (NOT $directed AND NOT EXISTS { MATCH (assertion)-[:ADDRESSES]->() }
      AND EXISTS { MATCH (party)-[:ACTS_IN]->(assertion) })
)
WITH DISTINCT assertion
MATCH (assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT assertion, claim
ORDER BY coalesce(claim.placed_from, '') DESC, claim.id
LIMIT $limit
// :part return_evidence
ORDER BY coalesce(date, published_on, '') DESC, claim
