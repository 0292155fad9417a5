// Ties by their ids, as counted beforehand
// As `explore/ties` without filters on claims, and sooner: from the counts that `load/tally_ties` keeps.
// :param ids ids  The ties
// :param lens lens = trusted  Which claims count
// :param limit integer = 600  At most so many ties
// :returns graph
UNWIND $ids AS id
MATCH (tie:Tie {id: id})
WITH tie, [i IN range(0, size(tie.lenses) - 1) WHERE tie.lenses[i] = $lens][0] AS at
WHERE at IS NOT NULL
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
RETURN tie.id AS tie,
       actor.id AS actor, actor.name AS actor_name, actor.kind AS actor_kind, actor.country AS actor_country,
       recipient.id AS recipient, recipient.name AS recipient_name, recipient.kind AS recipient_kind,
       recipient.country AS recipient_country,
       tie.sign AS sign, tie.relation_type AS relation_type, tie.directed AS directed,
       split(tie.event_types[at], ',') AS event_types,
       CASE WHEN tie.sign = 'relation' THEN COLLECT {
         MATCH (tie)<-[:FORMS]-(part:Relation) WHERE $lens IN part.lenses AND part.role IS NOT NULL
         RETURN DISTINCT part.role ORDER BY part.role
       } ELSE [] END AS roles,
       tie.claims[at] AS claims, tie.voices[at] AS voices,
       nullIf(tie.first_dates[at], '') AS first_date, nullIf(tie.last_dates[at], '') AS last_date,
       tie.verified[at] AS verified, tie.rejected AS rejected, tie.unsure[at] AS unsure, tie.unjudged[at] AS unjudged,
       tie.version AS version
ORDER BY voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
