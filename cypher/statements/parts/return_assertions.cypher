// The columns of an event or relation with its parties
// Expects assertion.
// :record FoundAssertion id id, event_type event_type?, relation_type event_type?, role string?,
//    mode string?, quad quad?, intensity number?, status status?, date date?, date_precision string?,
//    not_after date?, reported_around moment?, actors [ActingParty], recipients [ActingParty],
//    mediators [ActingParty], places [Party]
RETURN assertion.id AS id, assertion.event_type AS event_type, assertion.relation_type AS relation_type, assertion.role AS role,
       assertion.mode AS mode, assertion.quad AS quad, assertion.intensity AS intensity, assertion.status AS status,
       assertion.date AS date, assertion.date_precision AS date_precision,
       assertion.not_after AS not_after, assertion.reported_around AS reported_around,
       COLLECT {
         MATCH (entity)-[part:ACTS_IN|SUBJECT_OF]->(assertion)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind,
                 acts_for: coalesce(part.acts_for, entity.acts_for, entity.id)} ORDER BY entity.id
       } AS actors,
       COLLECT {
         MATCH (assertion)-[part:ADDRESSES|HAS_OBJECT]->(entity)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind,
                 acts_for: coalesce(part.acts_for, entity.acts_for, entity.id)} ORDER BY entity.id
       } AS recipients,
       COLLECT {
         MATCH (entity)-[part:MEDIATES]->(assertion)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind,
                 acts_for: coalesce(part.acts_for, entity.acts_for, entity.id)} ORDER BY entity.id
       } AS mediators,
       COLLECT {
         MATCH (assertion)-[:TAKES_PLACE_IN]->(entity)
         RETURN {id: entity.id, name: entity.name, kind: entity.kind} ORDER BY entity.id
       } AS places
