// Events and relations with the parties that concern a merger
// `own_…` are the parties that were extracted, where mergers have changed them.
// :param rows rows  entity, before (on which what is its own hangs), after
// :returns table
UNWIND $rows AS row
OPTIONAL MATCH (country:Country {id: row.before})
OPTIONAL MATCH (actor:Actor {id: row.before})
WITH row, coalesce(country, actor) AS party
MATCH (party)-[:ACTS_IN|SUBJECT_OF|ADDRESSES|HAS_OBJECT|TAKES_PLACE_IN]-(assertion)
WHERE row.entity = row.before
   OR row.entity IN coalesce(assertion.own_actors, [])
   OR row.entity IN coalesce(assertion.own_recipients, [])
   OR row.entity IN coalesce(assertion.own_places, [])
WITH DISTINCT assertion
RETURN assertion.id AS id, assertion.event_type AS event_type, assertion.relation_type AS relation_type, assertion.role AS role,
       assertion.mode AS mode, assertion.quad AS quad, assertion.intensity AS intensity, assertion.status AS status,
       assertion.date AS date, assertion.date_precision AS date_precision,
       assertion.own_actors AS own_actors, assertion.own_recipients AS own_recipients, assertion.own_places AS own_places,
       COLLECT { MATCH (entity)-[:ACTS_IN|SUBJECT_OF]->(assertion) RETURN {id: entity.id} ORDER BY entity.id } AS actors,
       COLLECT { MATCH (assertion)-[:ADDRESSES|HAS_OBJECT]->(entity) RETURN {id: entity.id} ORDER BY entity.id } AS recipients,
       COLLECT { MATCH (assertion)-[:TAKES_PLACE_IN]->(entity) RETURN {id: entity.id} ORDER BY entity.id } AS places
ORDER BY id
