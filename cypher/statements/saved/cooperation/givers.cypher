// Who helps whom
// :title id Siapa membantu siapa
// Aid by giver and receiver, ranked by independent voices.
// :param receiver entity = null  Only aid to this entity
// :use level lens known_by since until
// :param limit integer = 100  Maximum number of pairs
// :returns chart bar actor_name voices recipient_name
// :columns actor_name name, recipient_name name, voices integer, events integer, last_date moment?,
//    not_after date?, actor id, recipient id
MATCH (event:Event {event_type: 'AID'})<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (event)-[:FORMS]->(tie:Tie {level: $level})
WHERE $receiver IS NULL OR tie.recipient = $receiver
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
RETURN actor.name AS actor_name, recipient.name AS recipient_name, count(DISTINCT claim.voice) AS voices,
       count(DISTINCT event.id) AS events, max(claim.date) AS last_date, max(claim.not_after) AS not_after, actor.id AS actor, recipient.id AS recipient
ORDER BY voices DESC, actor, recipient
LIMIT $limit
