// Ties between entities that are already drawn
// :param entities entities  The entities
// :use level lens known_by sign event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 600  Maximum number of ties
// :returns graph
UNWIND $entities AS id
MATCH (tie:Tie {actor: id, level: $level})
WHERE tie.recipient IN $entities AND $lens IN tie.lenses AND ($sign IS NULL OR tie.sign = $sign)
// :part claims_of_ties
// :part filter_claims
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
