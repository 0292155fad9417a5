// Who acted together
// :title id Siapa bertindak bersama
// Pairs that did the same to a third party, such as condemning it or giving it aid, with the events.
// They are partners in the act, so no tie is drawn between them for it.
// :param entities entities = null  Only pairs with one of these
// :use event_types lens known_by since until
// :param limit integer = 100  Maximum number of pairs
// :returns table
// :columns first_name name, second_name name, toward [name], event_types [event_type], events integer,
//    voices integer, last_date date?, first id, second id, event_ids [id]
// :tag joint action coalition
MATCH (claim:Claim)
WHERE claim.date >= coalesce($since, '0000')
  AND claim.date <= coalesce($until, '9999')
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(event:Event)
WHERE event.status = 'actual'
MATCH (one)-[:ACTS_IN]->(event)<-[:ACTS_IN]-(other)
WHERE one.id < other.id AND ($entities IS NULL OR one.id IN $entities OR other.id IN $entities)
  AND NOT EXISTS {
    MATCH (event)-[:FORMS]->(tie:Tie) WHERE tie.actor IN [one.id, other.id] AND tie.recipient IN [one.id, other.id]
  }
OPTIONAL MATCH (event)-[:ADDRESSES]->(toward)
WITH one, other, collect(DISTINCT toward.name) AS toward, collect(DISTINCT claim.event_type) AS event_types,
     count(DISTINCT event.id) AS events, count(DISTINCT claim.voice) AS voices, max(claim.date) AS last_date,
     collect(DISTINCT event.id) AS event_ids
RETURN one.name AS first_name, other.name AS second_name, toward, event_types, events, voices, last_date,
       one.id AS first, other.id AS second, event_ids
ORDER BY voices DESC, events DESC, first, second
LIMIT $limit
