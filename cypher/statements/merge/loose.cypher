// Merged entities with something attached to them again
// This happens when a load names them.
// :returns table
// :record LooseEntity entity id
MATCH (actor:Actor)
WHERE actor.merged_into > ''
  AND (EXISTS { MATCH (actor)-[:ACTS_IN|MEDIATES|SUBJECT_OF]->() }
       OR EXISTS { MATCH (actor)<-[:ADDRESSES|HAS_OBJECT|TAKES_PLACE_IN|MENTIONS|NAMES|ATTRIBUTED_TO]-() })
RETURN actor.id AS entity
ORDER BY entity
