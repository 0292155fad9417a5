// Agreements
// :title id Kesepakatan
// Agreements reported to have been made, the latest dates and reports first, each with its sentence.
// :param entities entities = null  Only events with one of these as actor or recipient
// :use level lens known_by since until
// :param limit integer = 50  Maximum number of events
// :returns table
// :columns date moment?, not_after date?, status status, actors [name], recipients [name], voices integer,
//    sentence string, document id, event id
// :tag agreements
MATCH (event:Event {event_type: 'AGREE'})<-[:ASSERTS]-(claim:Claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND event.status IN ['actual', 'planned']
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($entities IS NULL
       OR EXISTS {
         MATCH (actor)-[part:ACTS_IN]->(event)
         WHERE actor.id IN $entities
            OR $level <> 'actor' AND coalesce(part.acts_for, actor.acts_for) IN $entities
       }
       OR EXISTS {
         MATCH (event)-[part:ADDRESSES]->(recipient)
         WHERE recipient.id IN $entities
            OR $level <> 'actor' AND coalesce(part.acts_for, recipient.acts_for) IN $entities
       }
       OR $level = 'bloc' AND EXISTS {
         MATCH (event)-[:FORMS]->(tie:Tie {level: 'bloc'}) WHERE tie.actor IN $entities OR tie.recipient IN $entities
       })
WITH event, min(claim.date) AS date, min(claim.not_after) AS bound, count(DISTINCT claim.voice) AS voices,
     min(coalesce(claim.said, sentence.text)) AS sentence,
     min(document.id) AS document
RETURN date, CASE WHEN date IS NULL THEN bound END AS not_after, event.status AS status,
       COLLECT { MATCH (actor)-[:ACTS_IN]->(event) RETURN actor.name ORDER BY actor.id } AS actors,
       COLLECT { MATCH (event)-[:ADDRESSES]->(recipient) RETURN recipient.name ORDER BY recipient.id } AS recipients,
       voices, sentence, document, event.id AS event
ORDER BY coalesce(date, not_after, '') DESC, event
LIMIT $limit
