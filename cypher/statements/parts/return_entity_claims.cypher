// The newest claims about an entity, with their sentences and articles
// Expects assertion and claim, each pair once, and $limit.
// :record EntityClaim claim id, event id, event_type event_type, mode string?, status status?, role string?,
//    date moment?, date_precision string?, not_after date?, sentence string, confidence number,
//    extractor string, verdict verdict, document id, title string?, publisher string?, published_on date?,
//    published_precision string?, published_guessed boolean, ties [id]
WITH assertion, claim
ORDER BY coalesce(claim.placed_from, '') DESC, claim.id
LIMIT $limit
MATCH (claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
RETURN claim.id AS claim, assertion.id AS event, claim.event_type AS event_type, assertion.mode AS mode,
       assertion.status AS status, assertion.role AS role, claim.date AS date,
       CASE WHEN claim.date IS NULL THEN 'unknown' ELSE assertion.date_precision END AS date_precision,
       claim.not_after AS not_after,
       coalesce(claim.said, sentence.text) AS sentence, claim.confidence AS confidence, claim.extractor AS extractor,
       claim.verdict AS verdict,
       document.id AS document, document.title AS title, document.publisher AS publisher,
       document.published_on AS published_on, document.published_precision AS published_precision, coalesce(document.published_guessed, false) AS published_guessed,
       COLLECT { MATCH (assertion)-[:FORMS]->(tie:Tie {level: $level}) RETURN tie.id ORDER BY tie.id } AS ties
ORDER BY coalesce(date, published_on, '') DESC, claim
