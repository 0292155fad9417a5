// Claims with the evidence on how they were extracted, in the order of their ids
// Expects claim.
// :record ClaimEvidence claim id, document id, confidence number, present number, event_type event_type,
//    reasons [string], language string, publisher string?, source_grade string?, asserts id
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
WITH claim, document, assertion, coalesce(origin, assertion) AS extracted
RETURN claim.id AS claim, document.id AS document,
       coalesce(claim.extracted_confidence, claim.confidence) AS confidence, claim.confidence AS present,
       coalesce(extracted.event_type, extracted.relation_type) AS event_type, claim.reasons AS reasons,
       document.language AS language, document.publisher AS publisher, document.source_grade AS source_grade,
       assertion.id AS asserts
ORDER BY claim
