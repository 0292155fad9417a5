// Who acted together
// :title id Siapa bertindak bersama
// Pairs that did the same to a third party, such as condemning it or giving it aid, with the events.
// They are partners in the act, so no tie is drawn between them for it.
// :param entities entities = null  Only pairs with one of these
// :use level event_types lens known_by since until
// :param limit integer = 100  Maximum number of pairs
// :returns table
// :columns first_name name, second_name name, toward [name], event_types [event_type], events integer,
//    voices integer, last_date moment?, not_after date?, first id, second id, event_ids [id]
// :tag joint action coalition
CALL () {
  UNWIND CASE WHEN $since IS NULL AND $until IS NULL THEN [1] ELSE [] END AS all_events
  MATCH (event:Event)
  WHERE event.status = 'actual' AND COUNT { MATCH (event)<-[:ACTS_IN]-() } > 1
  MATCH (event)<-[:ASSERTS]-(claim:Claim)
  RETURN event, claim
  UNION ALL
  UNWIND CASE WHEN $since IS NULL AND $until IS NULL THEN [] ELSE [coalesce($since, '0000')] END AS beginning
  MATCH (claim:Claim)
  WHERE claim.placed_until >= beginning AND claim.placed_from <= coalesce($until, '9999')
    AND ($event_types IS NULL OR claim.event_type IN $event_types)
    AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  MATCH (claim)-[:ASSERTS]->(event:Event)
  WHERE event.status = 'actual' AND COUNT { MATCH (event)<-[:ACTS_IN]-() } > 1
  RETURN event, claim
}
WITH event, claim
WHERE claim.placed_until >= coalesce($since, '0000')
  AND claim.placed_from <= coalesce($until, '9999')
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (event)<-[one_part:ACTS_IN]-(one)
MATCH (event)<-[other_part:ACTS_IN]-(other)
WHERE one_part.id <> other_part.id
WITH claim, event,
     CASE $level WHEN 'actor' THEN one.id ELSE coalesce(one_part.acts_for, one.acts_for, one.id) END AS one_body,
     CASE $level WHEN 'actor' THEN other.id ELSE coalesce(other_part.acts_for, other.acts_for, other.id) END AS other_body
OPTIONAL MATCH (one_state:Country {id: CASE $level WHEN 'bloc' THEN one_body ELSE '' END})
OPTIONAL MATCH (other_state:Country {id: CASE $level WHEN 'bloc' THEN other_body ELSE '' END})
WITH claim, event, coalesce(one_state.bloc, one_body) AS first, coalesce(other_state.bloc, other_body) AS second
WHERE first < second AND ($entities IS NULL OR first IN $entities OR second IN $entities)
  AND NOT EXISTS {
    MATCH (event)-[:FORMS]->(tie:Tie {level: $level}) WHERE tie.actor IN [first, second] AND tie.recipient IN [first, second]
  }
OPTIONAL MATCH (event)-[:ADDRESSES]->(toward)
WITH first, second, collect(DISTINCT toward.name) AS toward, collect(DISTINCT claim.event_type) AS event_types,
     count(DISTINCT event.id) AS events, count(DISTINCT claim.voice) AS voices, max(claim.date) AS last_date,
     max(claim.not_after) AS not_after,
     collect(DISTINCT event.id) AS event_ids
ORDER BY voices DESC, events DESC, first, second
LIMIT $limit
OPTIONAL MATCH (first_country:Country {id: first})
OPTIONAL MATCH (first_actor:Actor {id: first})
OPTIONAL MATCH (second_country:Country {id: second})
OPTIONAL MATCH (second_actor:Actor {id: second})
RETURN coalesce(first_country.name, first_actor.name) AS first_name,
       coalesce(second_country.name, second_actor.name) AS second_name, toward, event_types, events, voices, last_date,
       not_after, first, second, event_ids
ORDER BY voices DESC, events DESC, first, second
