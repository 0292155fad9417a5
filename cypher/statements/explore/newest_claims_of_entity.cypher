// Claims about an entity since a day, newest first, if it has many ties
// The rows are the first ones of `explore/claims_of_entity`, which reads all claims about the entity; this statement reads
// all claims since the day. For an entity with few ties that takes longer, so it gets no row here.
// :param entity entity  The entity
// :param since date  The day
// :param ties integer = 300  Number of ties, at the level, from which on there are rows
// :use level lens known_by
// :param limit integer = 20  Maximum number of claims
// :returns table
WITH COUNT { MATCH (:Tie {actor: $entity, level: $level}) }
   + COUNT { MATCH (:Tie {recipient: $entity, level: $level}) } AS all_ties
WHERE all_ties >= $ties
MATCH (claim:Claim)
WHERE claim.placed_until >= $since AND claim.placed_from >= $since
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (assertion)-[:ACTS_IN|ADDRESSES|MEDIATES|SUBJECT_OF|HAS_OBJECT|FORMS|DENIES]-(near)
WHERE near.id = $entity
   OR $level <> 'actor' AND near.level = $level AND (near.actor = $entity OR near.recipient = $entity)
WITH DISTINCT assertion, claim
// :part return_entity_claims
