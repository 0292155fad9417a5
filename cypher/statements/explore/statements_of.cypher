// What a person or body is quoted with
// Claims attributed to it, the latest dates and reports first.
// :param speaker entity  The person or body that is quoted
// :use lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 50  Maximum number of claims
// :returns table
// :part claims_of_speaker
MATCH (claim)-[:ASSERTS]->(assertion)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
// :part return_statements
