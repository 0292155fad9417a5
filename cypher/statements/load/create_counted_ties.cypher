// Create ties that are new to the graph, with the counts of the claims that are written with them
// :param rows rows  id, actor, recipient, level, sign, relation_type, counts (the other properties)
// :returns table
// :columns created integer
UNWIND $rows AS row
OPTIONAL MATCH (actor_country:Country {id: row.actor})
OPTIONAL MATCH (actor_actor:Actor {id: row.actor})
OPTIONAL MATCH (recipient_country:Country {id: row.recipient})
OPTIONAL MATCH (recipient_actor:Actor {id: row.recipient})
WITH row, coalesce(actor_country, actor_actor) AS actor, coalesce(recipient_country, recipient_actor) AS recipient
CREATE (actor)-[:INITIATES]->(tie:Tie {
  id: row.id, actor: row.actor, recipient: row.recipient, level: row.level, sign: row.sign,
  relation_type: row.relation_type, directed: row.counts.directed, lenses: row.counts.lenses, version: 1,
  claims: row.counts.claims, voices: row.counts.voices, event_types: row.counts.event_types,
  mediations: row.counts.mediations, first_dates: row.counts.first_dates, last_dates: row.counts.last_dates,
  bounds: row.counts.bounds, verified: row.counts.verified, rejected: 0, unsure: row.counts.unsure,
  unjudged: row.counts.unjudged, planned: row.counts.planned, denied: row.counts.denied,
  by_hand: row.counts.by_hand, months: row.counts.months, own_voices: row.counts.own_voices,
  own_types: row.counts.own_types, known_from: row.counts.known_from, known_until: row.counts.known_until
})-[:REACHES]->(recipient)
RETURN count(tie) AS created
