// The newest claims of a graph, with the first and last day of where they lie
// An index gives them in order: few are read in a graph of any size, as this statement has no other pattern.
// :use lens known_by
// :param limit integer = 400  Maximum number of claims
// :returns table
// :record NewestClaim claim id, placed_from date, placed_until date
MATCH (newest:Claim)
WHERE newest.placed_until >= '0000' AND $lens IN newest.lenses AND ($known_by IS NULL OR newest.known_on <= $known_by)
RETURN newest.id AS claim, newest.placed_from AS placed_from, newest.placed_until AS placed_until
ORDER BY newest.placed_until DESC
LIMIT $limit
