// Who mediates between two actors
// :title id Siapa menengahi dua pihak
// Everybody who talked with both in the period, with the ties that show it.
// :param first entity  One of the two
// :param second entity  The other
// :param lens lens = trusted  Which claims count
// :param known_by date = null  Only what was published by this day
// :param since date = null  First day, inclusive
// :param until date = null  Last day, inclusive
// :param limit integer = 40  At most so many ties
// :returns graph
UNWIND [$first, $second] AS id
CALL (id) {
  MATCH (tie:Tie {actor: id}) RETURN tie, tie.recipient AS between
  UNION
  MATCH (tie:Tie {recipient: id}) RETURN tie, tie.actor AS between
}
WITH id, tie, between
WHERE tie.sign = 'cooperation' AND $lens IN tie.lenses AND NOT between IN [$first, $second]
MATCH (tie)<-[:FORMS]-(:Event {event_type: 'CONSULT'})<-[:ASSERTS]-(talk:Claim)
WHERE $lens IN talk.lenses AND ($known_by IS NULL OR talk.known_on <= $known_by)
  AND ($since IS NULL OR talk.date >= $since)
  AND ($until IS NULL OR talk.date <= $until)
WITH between, collect(DISTINCT id) AS sides, collect(DISTINCT tie) AS ties
WHERE size(sides) = 2
UNWIND ties AS tie
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (tie)<-[:FORMS]-(thing:Event {event_type: 'CONSULT'})<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.date >= $since)
  AND ($until IS NULL OR claim.date <= $until)
WITH tie, actor, recipient, thing, claim, $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by) AS seen
WITH tie, actor, recipient,
     collect(CASE WHEN seen THEN claim.event_type END) AS event_types,
     collect(DISTINCT CASE WHEN seen THEN thing.role END) AS roles,
     count(CASE WHEN seen THEN 1 END) AS claims,
     count(DISTINCT CASE WHEN seen THEN claim.voice END) AS voices,
     min(CASE WHEN seen THEN claim.date END) AS first_date,
     max(CASE WHEN seen THEN claim.date END) AS last_date,
     count(CASE WHEN seen AND claim.verdict = 'verified' THEN 1 END) AS verified,
     count(CASE WHEN claim.verdict = 'rejected' THEN 1 END) AS rejected,
     count(CASE WHEN seen AND claim.verdict = 'unsure' THEN 1 END) AS unsure,
     count(CASE WHEN seen AND claim.verdict = 'none' THEN 1 END) AS unjudged
WHERE claims > 0
RETURN tie.id AS tie,
       actor.id AS actor, actor.name AS actor_name, actor.kind AS actor_kind, actor.country AS actor_country,
       recipient.id AS recipient, recipient.name AS recipient_name, recipient.kind AS recipient_kind,
       recipient.country AS recipient_country,
       tie.sign AS sign, tie.relation_type AS relation_type, tie.directed AS directed,
       event_types, roles, claims, voices, first_date, last_date, verified, rejected, unsure, unjudged
ORDER BY voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
