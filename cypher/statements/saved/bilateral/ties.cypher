// All ties between two actors
// :title id Semua hubungan antara dua pihak
// Cooperation, conflict and lasting relations between two actors, in both directions.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by since until
// :param limit integer = 20  Maximum number of ties
// :returns graph
// :part sides_of_pair
UNWIND near AS id
MATCH (tie:Tie {actor: id, level: $level})
WHERE tie.recipient IN far AND $lens IN tie.lenses
// :part claims_of_ties
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
