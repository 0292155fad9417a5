// Events and relations in full
// :param ids ids  Events and relations; those that are not in the graph are left out
// :returns table
UNWIND $ids AS id
OPTIONAL MATCH (event:Event {id: id})
OPTIONAL MATCH (relation:Relation {id: id})
WITH coalesce(event, relation) AS thing
WHERE thing IS NOT NULL
RETURN thing.id AS id, thing.event_type AS event_type, thing.relation_type AS relation_type, thing.role AS role,
       thing.mode AS mode, thing.quad AS quad, thing.intensity AS intensity, thing.status AS status,
       thing.date AS date, thing.date_precision AS date_precision,
       COLLECT {
         MATCH (entity)-[:ACTS_IN|SUBJECT_OF]->(thing)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind} ORDER BY entity.id
       } AS actors,
       COLLECT {
         MATCH (thing)-[:ADDRESSES|HAS_OBJECT]->(entity)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind} ORDER BY entity.id
       } AS recipients,
       COLLECT {
         MATCH (thing)-[:TAKES_PLACE_IN]->(entity)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind} ORDER BY entity.id
       } AS places
ORDER BY id
