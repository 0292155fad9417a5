// Events and relations in full
// :param ids ids  Events and relations; those that are not in the graph are left out
// :returns table
UNWIND $ids AS id
OPTIONAL MATCH (event:Event {id: id})
OPTIONAL MATCH (relation:Relation {id: id})
WITH coalesce(event, relation) AS assertion
WHERE assertion IS NOT NULL
RETURN assertion.id AS id, assertion.event_type AS event_type, assertion.relation_type AS relation_type, assertion.role AS role,
       assertion.mode AS mode, assertion.quad AS quad, assertion.intensity AS intensity, assertion.status AS status,
       assertion.date AS date, assertion.date_precision AS date_precision,
       COLLECT {
         MATCH (entity)-[:ACTS_IN|SUBJECT_OF]->(assertion)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind} ORDER BY entity.id
       } AS actors,
       COLLECT {
         MATCH (assertion)-[:ADDRESSES|HAS_OBJECT]->(entity)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind} ORDER BY entity.id
       } AS recipients,
       COLLECT {
         MATCH (assertion)-[:TAKES_PLACE_IN]->(entity)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind} ORDER BY entity.id
       } AS places
ORDER BY id
