// New ties since a day
// :title id Hubungan baru sejak suatu hari
// Ties whose first claim is from that day or later.
// :param since date  The day
// :param level level = state  Whose ties: of each actor, or of the states and bodies for which they act
// :use lens known_by sign
// :param limit integer = 60  Maximum number of ties
// :returns graph
MATCH (recent:Claim)
WHERE recent.date >= $since AND $lens IN recent.lenses AND ($known_by IS NULL OR recent.known_on <= $known_by)
MATCH (recent)-[:ASSERTS]->()-[:FORMS]->(tie:Tie {level: $level})
WHERE $sign IS NULL OR tie.sign = $sign
WITH DISTINCT tie
// :part claims_of_ties
// :part count_claims
  AND first_date >= $since
// :part return_ties
ORDER BY voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
