// All that ties two actors
// :title id Semua yang menghubungkan dua pihak
// Cooperation, conflict and lasting relations between the two, in both directions.
// :param first entity  One of the two
// :param second entity  The other
// :use lens known_by since until
// :param limit integer = 20  At most so many ties
// :returns graph
UNWIND [$first, $second] AS id
MATCH (tie:Tie {actor: id})
WHERE tie.recipient IN [$first, $second] AND $lens IN tie.lenses
// :part claims_of_ties
WHERE ($since IS NULL OR claim.date >= $since)
  AND ($until IS NULL OR claim.date <= $until)
// :part count_claims
// :part return_ties
ORDER BY voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
