// Who does what to whom
// :title id Siapa berbuat apa kepada siapa
// A matrix of actors and recipients by independent voices, for all event types or the selected ones.
// What two do together is done by each with the other.
// :use level event_types sign lens known_by since until
// :param limit integer = 150  Maximum number of pairs
// :returns chart heatmap recipient_name actor_name voices
// :columns actor_name name, recipient_name name, voices integer, claims integer,
//    event_types [event_type], signs [sign], actor id, recipient id
// :tag overview matrix
MATCH (claim:Claim)
WHERE claim.placed_until >= coalesce($since, '0000')
  AND claim.placed_from <= coalesce($until, '9999')
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(:Event)-[:FORMS]->(tie:Tie {level: $level})
WHERE $sign IS NULL OR tie.sign = $sign
MATCH (tie)<-[:INITIATES]-(one)
MATCH (tie)-[:REACHES]->(other)
UNWIND CASE WHEN tie.directed THEN [true] ELSE [true, false] END AS forth
WITH claim, tie, CASE WHEN forth THEN one ELSE other END AS actor, CASE WHEN forth THEN other ELSE one END AS recipient
RETURN actor.name AS actor_name, recipient.name AS recipient_name, count(DISTINCT claim.voice) AS voices,
       count(DISTINCT claim.id) AS claims, collect(DISTINCT claim.event_type) AS event_types,
       collect(DISTINCT tie.sign) AS signs, actor.id AS actor, recipient.id AS recipient
ORDER BY voices DESC, actor, recipient
LIMIT $limit
