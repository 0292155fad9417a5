// The most intense of some events that only one publisher reports
// Expects event, each once; returns event, date, not_after and publisher.
WITH event
WHERE event.status = 'actual'
MATCH (event)<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
WITH event, min(claim.date) AS date, min(claim.not_after) AS bound,
     collect(DISTINCT coalesce(document.publisher, document.id)) AS publishers
WHERE size(publishers) = 1
WITH event, date, CASE WHEN date IS NULL THEN bound END AS not_after, publishers[0] AS publisher
RETURN event, date, not_after, publisher
ORDER BY abs(event.intensity) DESC, coalesce(date, not_after, '') DESC, event.id
LIMIT $limit
