// Ties by their ids
// :param ids ids  The ties
// :param level level = null  Only ties of this level
// :use lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 600  Maximum number of ties
// :returns graph
UNWIND $ids AS id
MATCH (tie:Tie {id: id})
WHERE $level IS NULL OR tie.level = $level
// :part claims_of_ties
// :part filter_claims
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
