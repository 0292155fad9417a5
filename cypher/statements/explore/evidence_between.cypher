// What the news says about two actors
// Claims of events of the first towards the second, or of both together, newest first.
// Claims with the status negated say that such an event did not happen.
// :param first entity  The first entity
// :param second entity  The second entity
// :param directed boolean = true  Acts of the first towards the second, or else what both do together
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 50  Maximum number of claims
// :returns table
// :part sides_of_pair
WITH near, far, forth
WHERE forth OR NOT $directed
UNWIND near AS id
MATCH (tie:Tie {actor: id, level: $level, directed: $directed})
WHERE tie.recipient IN far AND $lens IN tie.lenses AND tie.sign <> 'relation'
MATCH (tie)<-[:FORMS|DENIES]-(assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT assertion, claim
ORDER BY coalesce(claim.placed_from, '') DESC, claim.id
LIMIT $limit
// :part return_evidence
ORDER BY coalesce(date, published_on, '') DESC, claim
