// Events that only one publisher reports
// :title id Peristiwa yang hanya dilaporkan satu penerbit
// The most intense events first. They need a second source.
// :use lens known_by since until
// :param limit integer = 50  Maximum number of events
// :returns table
// :columns date moment?, not_after date?, event_type event_type, publisher string, claims integer, sentence string,
//    intensity number, event id
CALL () {
  // Without a beginning, the most intense events are read first; the others only if these are too few.
  UNWIND CASE WHEN $since IS NULL THEN [1] ELSE [] END AS every
  CALL () {
    MATCH (event:Event) WHERE event.intensity >= 9.5 RETURN event
    UNION ALL
    MATCH (event:Event) WHERE event.intensity <= -9.5 RETURN event
  }
  // :part told_by_single_publishers
  UNION ALL
  UNWIND CASE WHEN $since IS NULL THEN [] ELSE [$since] END AS beginning
  MATCH (recent:Claim) WHERE recent.placed_until >= beginning AND $lens IN recent.lenses
  MATCH (recent)-[:ASSERTS]->(event:Event)
  WITH DISTINCT event
  // :part told_by_single_publishers
}
WITH collect({event: event, date: date, not_after: not_after, publisher: publisher}) AS intense
CALL (intense) {
  UNWIND intense AS found
  RETURN found.event AS event, found.date AS date, found.not_after AS not_after, found.publisher AS publisher
  UNION ALL
  UNWIND CASE WHEN $since IS NULL AND size(intense) < $limit THEN [1] ELSE [] END AS others
  MATCH (event:Event) WHERE event.intensity < 9.5 AND event.intensity > -9.5
  // :part told_by_single_publishers
}
MATCH (event)<-[:ASSERTS]-(claim:Claim)-[:IN]->(sentence:Sentence)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH event, date, not_after, publisher, count(DISTINCT claim.id) AS claims, min(coalesce(claim.said, sentence.text)) AS sentence
RETURN date, not_after, event.event_type AS event_type, publisher, claims, sentence,
       event.intensity AS intensity, event.id AS event
ORDER BY abs(intensity) DESC, coalesce(date, not_after, '') DESC, event
LIMIT $limit
