// Who mediates between two actors
// :title id Siapa menengahi dua pihak
// First those who mediate according to the news, then those who talk with both.
// The ties show it; `roles` says which of the two it is.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by since until
// :param limit integer = 40  Maximum number of ties
// :returns graph
// :part lifted_pair
UNWIND [one, other] AS id
CALL (id) {
  MATCH (tie:Tie {actor: id, level: $level}) RETURN tie, tie.recipient AS between
  UNION
  MATCH (tie:Tie {recipient: id, level: $level}) RETURN tie, tie.actor AS between
}
WITH one, other, id, tie, between, [i IN range(0, size(tie.lenses) - 1) WHERE tie.lenses[i] = $lens][0] AS at
WHERE tie.sign = 'cooperation' AND at IS NOT NULL AND NOT between IN [one, other]
  AND ',' + tie.event_types[at] CONTAINS ',CONSULT '
WITH one, other, between, collect(DISTINCT id) AS sides, collect({id: id, tie: tie}) AS talks
WHERE size(sides) = 2
UNWIND talks AS each
WITH one, other, between, each.id AS id, each.tie AS tie
WHERE ($since IS NULL AND $until IS NULL AND $known_by IS NULL) OR EXISTS {
  MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(talk:Claim)
  WHERE event.event_type = 'CONSULT' AND $lens IN talk.lenses
    AND ($known_by IS NULL OR talk.known_on <= $known_by)
    AND ($since IS NULL OR talk.placed_until >= $since)
    AND ($until IS NULL OR talk.placed_from <= $until)
}
WITH one, other, between, collect(DISTINCT id) AS sides, collect(DISTINCT tie) AS ties
WHERE size(sides) = 2
UNWIND ties AS tie
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (tie)<-[:FORMS|DENIES]-(assertion:Event)<-[:ASSERTS]-(claim:Claim)
WHERE assertion.event_type = 'CONSULT'
  AND ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
// :part count_claims
CALL () {
// :part lifted_pair
RETURN one, other
}
WITH *, CASE WHEN tie.recipient = one THEN other ELSE one END AS across
WITH *, CASE WHEN EXISTS {
  MATCH (tie)<-[:FORMS]-(event:Event)<-[mediation:MEDIATES]-(mediator)
  MATCH (event)-[:FORMS]->(opposite:Tie)
  MATCH (event)<-[:ASSERTS]-(told:Claim)
  WHERE tie.actor IN [mediator.id, coalesce(mediation.acts_for, mediator.acts_for), mediation.bloc]
    AND opposite.actor = tie.actor AND opposite.recipient = across AND opposite.level = $level
    AND $lens IN told.lenses AND ($known_by IS NULL OR told.known_on <= $known_by)
    AND ($since IS NULL OR told.placed_until >= $since) AND ($until IS NULL OR told.placed_from <= $until)
} THEN 'mediates' ELSE 'talks_with_both' END AS part
WITH tie, actor, recipient, event_types, [part] AS roles, claims, voices, first_date, last_date, not_after, verified,
     rejected, unsure, unjudged, planned, denied, by_hand
// :part return_ties
ORDER BY roles[0], voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
