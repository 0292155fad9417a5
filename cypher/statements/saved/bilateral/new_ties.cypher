// Ties that are new since a day
// :title id Hubungan baru sejak suatu hari
// Pairs whose first claim is not older than that day: who began to deal with whom.
// :param since date  The day
// :param lens lens = trusted  Which claims count
// :param known_by date = null  Only what was published by this day
// :param sign sign = null  Only ties of this sign
// :param limit integer = 60  At most so many ties
// :returns graph
MATCH (recent:Claim)
WHERE recent.date >= $since AND $lens IN recent.lenses AND ($known_by IS NULL OR recent.known_on <= $known_by)
MATCH (recent)-[:ASSERTS]->()-[:FORMS]->(tie:Tie)
WHERE $sign IS NULL OR tie.sign = $sign
WITH DISTINCT tie
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (tie)<-[:FORMS]-(thing)<-[:ASSERTS]-(claim:Claim)
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
WHERE claims > 0 AND first_date >= $since
RETURN tie.id AS tie,
       actor.id AS actor, actor.name AS actor_name, actor.kind AS actor_kind, actor.country AS actor_country,
       recipient.id AS recipient, recipient.name AS recipient_name, recipient.kind AS recipient_kind,
       recipient.country AS recipient_country,
       tie.sign AS sign, tie.relation_type AS relation_type, tie.directed AS directed,
       event_types, roles, claims, voices, first_date, last_date, verified, rejected, unsure, unjudged
ORDER BY voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
