// Which of these entities have claims that came in before a moment, under any lens
// :param ids ids  The entities
// :param since string  ISO date and time, UTC
// :returns table
// :record KnownEntity id id
UNWIND $ids AS who
// :part entity_of_id
WITH entity
WHERE entity IS NOT NULL
MATCH (entity)-[:ACTS_IN|SUBJECT_OF|MEDIATES|ADDRESSES|HAS_OBJECT]-(assertion)
MATCH (assertion)<-[:ASSERTS]-(claim:Claim)
// :part came_before
RETURN DISTINCT entity.id AS id
