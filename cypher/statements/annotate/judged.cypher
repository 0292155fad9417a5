// Judged extracted claims with their sentence, the extracted and the present reading
// :param limit integer = 20000  Maximum number of claims, the newest first
// :returns table
// :record ReviewedClaim claim id, date moment?, verdict verdict, confidence number, extractor string,
//    reasons [string], trigger_start integer, trigger_end integer, sentence string, sentence_start integer,
//    document id, language string, publisher string?, published_on date?,
//    published_precision string?, published_guessed boolean, asserts id, extracted id,
//    event_type event_type, mentions [MentionedEntity], annotations integer
MATCH (claim:Claim)
WHERE claim.verdict <> 'none' AND NOT claim.extractor STARTS WITH 'analyst+' AND NOT claim.extractor STARTS WITH 'data+'
WITH claim
ORDER BY coalesce(claim.placed_from, '') DESC, claim.id
LIMIT $limit
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
RETURN claim.id AS claim, claim.date AS date, claim.verdict AS verdict, claim.confidence AS confidence,
       claim.extractor AS extractor, claim.reasons AS reasons,
       claim.trigger_start AS trigger_start, claim.trigger_end AS trigger_end,
       sentence.text AS sentence, sentence.start AS sentence_start, document.id AS document,
       document.language AS language, document.publisher AS publisher, document.published_on AS published_on,
       document.published_precision AS published_precision, coalesce(document.published_guessed, false) AS published_guessed,
       assertion.id AS asserts, coalesce(origin.id, assertion.id) AS extracted,
       coalesce(origin.event_type, origin.relation_type, assertion.event_type, assertion.relation_type) AS event_type,
       COLLECT {
         MATCH (sentence)-[mention:MENTIONS]->(entity)
         RETURN {start: mention.start, end: mention.end, entity: entity.id, name: entity.name, kind: entity.kind}
         ORDER BY mention.start, entity.id
       } AS mentions,
       COUNT { MATCH (:Annotation)-[:JUDGES]->(claim) } AS annotations
ORDER BY coalesce(date, published_on, '') DESC, claim
