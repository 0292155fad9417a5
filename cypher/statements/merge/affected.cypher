// Events and relations that a merger or split changes, with their parties
// `own_…` are the original parties, or null if no merger has changed them.
// :param rows rows  entity, before (the entity that its own is attached to now), after (the same after the change)
// :returns table
// :record AffectedAssertion own_actors [id]?, own_recipients [id]?, own_mediators [id]?, own_places [id]?
UNWIND $rows AS row
OPTIONAL MATCH (country:Country {id: row.before})
OPTIONAL MATCH (actor:Actor {id: row.before})
WITH row, coalesce(country, actor) AS party
MATCH (party)-[:ACTS_IN|SUBJECT_OF|ADDRESSES|HAS_OBJECT|MEDIATES|TAKES_PLACE_IN]-(assertion)
WHERE row.entity = row.before
   OR row.entity IN coalesce(assertion.own_actors, [])
   OR row.entity IN coalesce(assertion.own_recipients, [])
   OR row.entity IN coalesce(assertion.own_mediators, [])
   OR row.entity IN coalesce(assertion.own_places, [])
WITH DISTINCT assertion
// :part return_assertions
, assertion.own_actors AS own_actors, assertion.own_recipients AS own_recipients,
  assertion.own_mediators AS own_mediators, assertion.own_places AS own_places
ORDER BY id
