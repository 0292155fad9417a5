// Who condemns whom
// :title id Siapa mengecam siapa
// A matrix of accusations, rejections and threats, by independent voices.
// :param event_types event_types = ACCUSE, REJECT, THREATEN  Event types that count as condemnation
// :use level lens known_by since until
// :param limit integer = 100  Maximum number of pairs
// :returns chart heatmap recipient_name actor_name voices
// :columns actor_name name, recipient_name name, voices integer, claims integer, last_date moment?,
//    not_after date?, signs [sign], actor id, recipient id
MATCH (claim:Claim)
WHERE claim.placed_until >= coalesce($since, '0000')
  AND claim.placed_from <= coalesce($until, '9999')
  AND claim.event_type IN $event_types AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(:Event)-[:FORMS]->(tie:Tie {level: $level})
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
RETURN actor.name AS actor_name, recipient.name AS recipient_name, count(DISTINCT claim.voice) AS voices,
       count(DISTINCT claim.id) AS claims, max(claim.date) AS last_date, max(claim.not_after) AS not_after,
       collect(DISTINCT tie.sign) AS signs, actor.id AS actor, recipient.id AS recipient
ORDER BY voices DESC, actor, recipient
LIMIT $limit
