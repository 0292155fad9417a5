// Who takes part in what came in since a moment, under any lens
// `events` counts all events and relations that an entity takes part in, also earlier ones.
// :param since string  ISO date and time, UTC
// :returns table
// :record ArrivedEntity id id, name name, kind kind, country id?, claims [id], events integer
// :part came_in
WITH claim, assertion
MATCH (entity)-[:ACTS_IN|SUBJECT_OF|MEDIATES|ADDRESSES|HAS_OBJECT]-(assertion)
WITH entity, collect(claim.id) AS claims
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.country AS country, claims,
       COUNT { MATCH (entity)-[:ACTS_IN|SUBJECT_OF|MEDIATES|ADDRESSES|HAS_OBJECT]-() } AS events
