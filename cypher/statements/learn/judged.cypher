// Judged extracted claims with the evidence on how they were extracted, for learning
// `confidence` is that of the extraction. A claim that analysts disagree about is left out.
// :returns table
// :record JudgedEvidence claim id, document id, confidence number, event_type event_type, reasons [string],
//    language string, publisher string?, verdict verdict, recoded boolean
MATCH (claim:Claim)
WHERE claim.verdict IN ['verified', 'rejected'] AND NOT claim.extractor STARTS WITH 'analyst+' AND NOT claim.extractor STARTS WITH 'data+'
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
WITH claim, document, assertion, coalesce(origin, assertion) AS extracted
RETURN claim.id AS claim, document.id AS document,
       coalesce(claim.extracted_confidence, claim.confidence) AS confidence,
       coalesce(extracted.event_type, extracted.relation_type) AS event_type, claim.reasons AS reasons,
       document.language AS language, document.publisher AS publisher, claim.verdict AS verdict,
       extracted.id <> assertion.id AS recoded
ORDER BY claim
