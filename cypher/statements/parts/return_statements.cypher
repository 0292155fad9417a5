// Claims with their sentences, as what somebody is quoted with
// Expects claim and assertion.
// :columns date moment?, not_after date?, event_type event_type, actors [name], recipients [name], sentence string,
//    publisher string?, document id, claim id
MATCH (claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
RETURN claim.date AS date, claim.not_after AS not_after, claim.event_type AS event_type,
       COLLECT { MATCH (entity)-[:ACTS_IN|SUBJECT_OF]->(assertion) RETURN entity.name ORDER BY entity.id } AS actors,
       COLLECT { MATCH (assertion)-[:ADDRESSES|HAS_OBJECT]->(entity) RETURN entity.name ORDER BY entity.id } AS recipients,
       coalesce(claim.said, sentence.text) AS sentence, document.publisher AS publisher, document.id AS document, claim.id AS claim
ORDER BY coalesce(date, not_after, '') DESC, claim
LIMIT $limit
