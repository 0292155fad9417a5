// Merge ties, the edges that are drawn between two entities
// A new tie has no lenses and no counts, and no direction unless it is of relations. `load/add_counts` or
// `load/count_ties` sets these once its claims are loaded.
// :param rows rows  id, actor, recipient, level, sign, relation_type, directed
// :returns table
// :columns merged integer
UNWIND $rows AS row
OPTIONAL MATCH (actor_country:Country {id: row.actor})
OPTIONAL MATCH (actor_actor:Actor {id: row.actor})
OPTIONAL MATCH (recipient_country:Country {id: row.recipient})
OPTIONAL MATCH (recipient_actor:Actor {id: row.recipient})
WITH row, coalesce(actor_country, actor_actor) AS actor, coalesce(recipient_country, recipient_actor) AS recipient
MERGE (tie:Tie {id: row.id})
ON CREATE SET tie.actor = row.actor, tie.recipient = row.recipient, tie.level = row.level,
              tie.sign = row.sign,
              tie.relation_type = row.relation_type, tie.directed = row.directed AND row.relation_type IS NOT NULL, tie.lenses = [],
              tie.claims = [], tie.voices = [], tie.event_types = [], tie.mediations = [], tie.first_dates = [], tie.last_dates = [], tie.bounds = [],
              tie.verified = [], tie.rejected = 0, tie.unsure = [], tie.unjudged = [], tie.planned = [], tie.denied = [], tie.by_hand = [], tie.version = 0,
              tie.months = [], tie.own_voices = [], tie.own_types = [], tie.known_from = [], tie.known_until = []
MERGE (tie)<-[:INITIATES]-(actor)
MERGE (tie)-[:REACHES]->(recipient)
RETURN count(tie) AS merged
