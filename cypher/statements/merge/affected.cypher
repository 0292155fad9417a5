// Events and relations with the parties that concern a merger
// `own_…` are the parties that were extracted, where mergers have changed them.
// :param rows rows  entity, before (on which what is its own hangs), after
// :returns table
UNWIND $rows AS row
OPTIONAL MATCH (country:Country {id: row.before})
OPTIONAL MATCH (actor:Actor {id: row.before})
WITH row, coalesce(country, actor) AS party
MATCH (party)-[:ACTS_IN|SUBJECT_OF|ADDRESSES|HAS_OBJECT|TAKES_PLACE_IN]-(thing)
WHERE row.entity = row.before
   OR row.entity IN coalesce(thing.own_actors, [])
   OR row.entity IN coalesce(thing.own_recipients, [])
   OR row.entity IN coalesce(thing.own_places, [])
WITH DISTINCT thing
RETURN thing.id AS id, thing.event_type AS event_type, thing.relation_type AS relation_type, thing.role AS role,
       thing.mode AS mode, thing.quad AS quad, thing.intensity AS intensity, thing.status AS status,
       thing.date AS date, thing.date_precision AS date_precision,
       thing.own_actors AS own_actors, thing.own_recipients AS own_recipients, thing.own_places AS own_places,
       COLLECT { MATCH (entity)-[:ACTS_IN|SUBJECT_OF]->(thing) RETURN {id: entity.id} ORDER BY entity.id } AS actors,
       COLLECT { MATCH (thing)-[:ADDRESSES|HAS_OBJECT]->(entity) RETURN {id: entity.id} ORDER BY entity.id } AS recipients,
       COLLECT { MATCH (thing)-[:TAKES_PLACE_IN]->(entity) RETURN {id: entity.id} ORDER BY entity.id } AS places
ORDER BY id
