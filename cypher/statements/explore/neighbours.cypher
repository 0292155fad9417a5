// Neighbours of an entity
// :title id Tetangga sebuah entitas
// Ranked by independent voices, then by the latest date; or first by the latest date (recent), or by how many
// ties the neighbour has in the whole graph (central).
// :param entity entity  Whose neighbours are wanted
// :param lens lens = trusted  Which claims count
// :param known_by date = null  Only what was published by this day
// :param sign sign = null  Only ties of this sign
// :param event_types event_types = null  Only claims of these types
// :param kinds strings = null  Only neighbours of these kinds, such as country or person
// :param statuses statuses = null  Only events that are actual, planned, hypothetical or negated
// :param since date = null  First day, inclusive
// :param until date = null  Last day, inclusive
// :param rank string = voices  What comes first: voices, recent or central
// :param limit integer = 25  At most so many ties
// :returns graph
CALL {
  MATCH (tie:Tie {actor: $entity}) RETURN tie
  UNION
  MATCH (tie:Tie {recipient: $entity}) RETURN tie
}
WITH tie
WHERE $lens IN tie.lenses AND ($sign IS NULL OR tie.sign = $sign)
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
WHERE $kinds IS NULL OR CASE WHEN tie.actor = $entity THEN recipient.kind ELSE actor.kind END IN $kinds
MATCH (tie)<-[:FORMS]-(thing)<-[:ASSERTS]-(claim:Claim)
WHERE ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($statuses IS NULL OR coalesce(thing.status, 'actual') IN $statuses)
  AND ($since IS NULL OR claim.date >= $since)
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
WITH *, CASE WHEN tie.actor = $entity THEN recipient ELSE actor END AS far
WITH *, CASE WHEN $rank = 'recent' THEN coalesce(last_date, '') ELSE '' END AS recent,
     CASE WHEN $rank = 'central' THEN COUNT { (far)-[:INITIATES]->() } + COUNT { (far)<-[:REACHES]-() }
          ELSE 0 END AS central
RETURN tie.id AS tie,
       actor.id AS actor, actor.name AS actor_name, actor.kind AS actor_kind, actor.country AS actor_country,
       recipient.id AS recipient, recipient.name AS recipient_name, recipient.kind AS recipient_kind,
       recipient.country AS recipient_country,
       tie.sign AS sign, tie.relation_type AS relation_type, tie.directed AS directed,
       event_types, roles, claims, voices, first_date, last_date, verified, rejected, unsure, unjudged,
       tie.version AS version
ORDER BY recent DESC, central DESC, voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
