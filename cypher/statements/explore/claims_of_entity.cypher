// Claims about an entity, newest first
// :title id Klaim tentang sebuah entitas
// The entity is the actor, the recipient, a mediator, or either end of a lasting relation; at the level of
// states, also what others did for it.
// :param entity entity  The entity
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 20  Maximum number of claims
// :returns table
CALL () {
  MATCH (:Country {id: $entity})-[:ACTS_IN|MEDIATES|SUBJECT_OF]->(assertion) RETURN assertion
  UNION
  MATCH (:Country {id: $entity})<-[:ADDRESSES|HAS_OBJECT]-(assertion) RETURN assertion
  UNION
  MATCH (:Actor {id: $entity})-[:ACTS_IN|MEDIATES|SUBJECT_OF]->(assertion) RETURN assertion
  UNION
  MATCH (:Actor {id: $entity})<-[:ADDRESSES|HAS_OBJECT]-(assertion) RETURN assertion
  UNION
  MATCH (tie:Tie {actor: $entity, level: $level})<-[:FORMS|DENIES]-(assertion) WHERE $level <> 'actor' RETURN assertion
  UNION
  MATCH (tie:Tie {recipient: $entity, level: $level})<-[:FORMS|DENIES]-(assertion) WHERE $level <> 'actor'
  RETURN assertion
}
WITH assertion
MATCH (assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
// :part return_entity_claims
