// One page of extracted claims with the evidence on how they were extracted, in the order of their ids
// :param after string = null  The id of the last claim of the page before
// :param limit integer = 1000  Maximum number of claims
// :returns table
// :record ClaimEvidence claim id, document id, confidence number, present number, event_type event_type,
//    reasons [string], language string, publisher string?, asserts id
MATCH (claim:Claim)
WHERE ($after IS NULL OR claim.id > $after) AND NOT claim.extractor STARTS WITH 'analyst+' AND NOT claim.extractor STARTS WITH 'data+'
WITH claim
ORDER BY claim.id
LIMIT $limit
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
WITH claim, document, assertion, coalesce(origin, assertion) AS extracted
RETURN claim.id AS claim, document.id AS document,
       coalesce(claim.extracted_confidence, claim.confidence) AS confidence, claim.confidence AS present,
       coalesce(extracted.event_type, extracted.relation_type) AS event_type, claim.reasons AS reasons,
       document.language AS language, document.publisher AS publisher, assertion.id AS asserts
ORDER BY claim
