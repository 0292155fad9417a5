// Who mediates between two actors
// :title id Siapa menengahi dua pihak
// Actors who talked with both in the period, with the ties that show it.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by since until
// :param limit integer = 40  Maximum number of ties
// :returns graph
UNWIND [$first, $second] AS id
CALL (id) {
  MATCH (tie:Tie {actor: id, level: $level}) RETURN tie, tie.recipient AS between
  UNION
  MATCH (tie:Tie {recipient: id, level: $level}) RETURN tie, tie.actor AS between
}
WITH id, tie, between
WHERE tie.sign = 'cooperation' AND $lens IN tie.lenses AND NOT between IN [$first, $second]
MATCH (tie)<-[:FORMS]-(:Event {event_type: 'CONSULT'})<-[:ASSERTS]-(talk:Claim)
WHERE $lens IN talk.lenses AND ($known_by IS NULL OR talk.known_on <= $known_by)
  AND ($since IS NULL OR talk.placed_until >= $since)
  AND ($until IS NULL OR talk.placed_from <= $until)
WITH between, collect(DISTINCT id) AS sides, collect(DISTINCT tie) AS ties
WHERE size(sides) = 2
UNWIND ties AS tie
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (tie)<-[:FORMS]-(assertion:Event {event_type: 'CONSULT'})<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
