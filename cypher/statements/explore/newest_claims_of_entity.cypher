// Those of some claims that are about an entity, newest first, if it has many ties
// If the claims are the newest of the graph, the rows are the first ones of `explore/claims_of_entity`, which reads all
// claims about the entity. For an entity with few ties that takes less time, so it gets no row here.
// :param entity entity  The entity
// :param claims ids  The claims
// :param ties integer = 300  Number of ties, at the level, from which on there are rows
// :use level
// :param limit integer = 20  Maximum number of claims
// :returns table
WITH COUNT { MATCH (:Tie {actor: $entity, level: $level}) }
   + COUNT { MATCH (:Tie {recipient: $entity, level: $level}) } AS all_ties
WHERE all_ties >= $ties
UNWIND $claims AS id
MATCH (claim:Claim {id: id})
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (assertion)-[:ACTS_IN|ADDRESSES|MEDIATES|SUBJECT_OF|HAS_OBJECT|FORMS|DENIES]-(near)
WHERE near.id = $entity
   OR $level <> 'actor' AND near.level = $level AND (near.actor = $entity OR near.recipient = $entity)
WITH DISTINCT assertion, claim
// :part return_entity_claims
