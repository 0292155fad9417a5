// Events that only one publisher reports
// :title id Peristiwa yang hanya dilaporkan satu penerbit
// The most intense events first. They need a second source.
// :use lens known_by since until
// :param limit integer = 50  Maximum number of events
// :returns table
// :columns date moment?, not_after date?, event_type event_type, publisher string, claims integer, sentence string,
//    intensity number, event id
MATCH (event:Event)<-[:ASSERTS]-(claim:Claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by) AND event.status = 'actual'
WITH event, min(claim.date) AS date, min(claim.not_after) AS bound, count(DISTINCT claim.id) AS claims,
     collect(DISTINCT coalesce(document.publisher, document.id)) AS publishers, min(coalesce(claim.said, sentence.text)) AS sentence
WHERE size(publishers) = 1
RETURN date, CASE WHEN date IS NULL THEN bound END AS not_after, event.event_type AS event_type, publishers[0] AS publisher, claims, sentence,
       event.intensity AS intensity, event.id AS event
ORDER BY abs(intensity) DESC, coalesce(date, not_after, '') DESC, event
LIMIT $limit
