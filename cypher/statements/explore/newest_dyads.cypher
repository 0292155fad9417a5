// Pairs of entities in the latest news
// Only the newest claims of events are examined. Pairs with the most independent voices come first.
// :use level lens known_by
// :param since date = null  Only claims of events from this day on; much faster in a large graph
// :param recent integer = 2000  Number of newest claims to examine
// :param limit integer = 300  Maximum number of pairs
// :returns table
// :record NewestDyad first id, second id, heat integer, last_date date?, ties [id]
MATCH (recent:Claim)
WHERE recent.placed_until >= coalesce($since, '0000') AND $lens IN recent.lenses
  AND ($known_by IS NULL OR recent.known_on <= $known_by)
WITH recent
ORDER BY recent.placed_from DESC, recent.id
LIMIT $recent
MATCH (recent)-[:ASSERTS]->(:Event)-[:FORMS]->(tie:Tie {level: $level})
WITH CASE WHEN tie.actor < tie.recipient THEN tie.actor ELSE tie.recipient END AS first,
     CASE WHEN tie.actor < tie.recipient THEN tie.recipient ELSE tie.actor END AS second,
     count(DISTINCT recent.voice) AS heat, max(recent.placed_from) AS last_date, collect(DISTINCT tie.id) AS ties
RETURN first, second, heat, last_date, ties
ORDER BY heat DESC, last_date DESC, first, second
LIMIT $limit
