// Ties in the latest news
// Only the newest claims are examined. Ties with the most independent voices come first.
// :use level lens known_by
// :param since date = null  Only claims of events from this day on, or of articles if undated; much faster in a large graph
// :param recent integer = 2000  Number of newest claims to examine
// :param limit integer = 60  Maximum number of ties
// :returns table
// :record NewestTie tie id, heat integer
MATCH (recent:Claim)
WHERE recent.placed_until >= coalesce($since, '0000') AND $lens IN recent.lenses
  AND ($known_by IS NULL OR recent.known_on <= $known_by)
WITH recent
ORDER BY recent.placed_from DESC, recent.id
LIMIT $recent
MATCH (recent)-[:ASSERTS]->()-[:FORMS]->(tie:Tie {level: $level})
WITH tie, count(DISTINCT recent.voice) AS heat
RETURN tie.id AS tie, heat
ORDER BY heat DESC, tie
LIMIT $limit
