// What happened between two actors
// :title id Apa yang terjadi di antara dua pihak
// Their events, the latest dates and reports first, each with the number of independent voices and publishers that report it.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by event_types since until
// :param limit integer = 100  Maximum number of events
// :returns table
// :columns date moment?, not_after date?, event_type event_type, mode string?, status status, actors [name],
//    recipients [name], mediators [name], voices integer, publishers [string], event id
// :part sides_of_pair
UNWIND near AS id
MATCH (tie:Tie {actor: id, level: $level})
WHERE tie.recipient IN far AND $lens IN tie.lenses
MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(claim:Claim)
WHERE ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT event, claim
MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
WITH event, min(claim.date) AS date, min(claim.not_after) AS bound, count(DISTINCT claim.voice) AS voices,
     collect(DISTINCT document.publisher) AS publishers
RETURN date, CASE WHEN date IS NULL THEN bound END AS not_after, event.event_type AS event_type, event.mode AS mode, event.status AS status,
       COLLECT { MATCH (actor)-[:ACTS_IN]->(event) RETURN actor.name ORDER BY actor.id } AS actors,
       COLLECT { MATCH (event)-[:ADDRESSES]->(recipient) RETURN recipient.name ORDER BY recipient.id } AS recipients,
       COLLECT { MATCH (mediator)-[:MEDIATES]->(event) RETURN mediator.name ORDER BY mediator.id } AS mediators,
       voices, publishers, event.id AS event
ORDER BY coalesce(date, not_after, '') DESC, event
LIMIT $limit
