// Disputed claims
// :title id Klaim yang diperdebatkan
// Claims judged unsure, or verified by one analyst and rejected by another; those with the most annotations first.
// :param lens lens = all  Which claims count
// :use known_by
// :param limit integer = 50  Maximum number of claims
// :returns table
// :columns event_type event_type, sentence string, annotations integer, authors [string],
//    last_annotation time, publisher string?, document id, claim id
MATCH (annotation:Annotation)-[:JUDGES]->(claim:Claim {verdict: 'unsure'})
WHERE $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH claim, count(annotation) AS annotations, collect(DISTINCT annotation.author) AS authors,
     max(annotation.created_at) AS last_annotation
MATCH (claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
RETURN claim.event_type AS event_type, coalesce(claim.said, sentence.text) AS sentence, annotations, authors, last_annotation,
       document.publisher AS publisher, document.id AS document, claim.id AS claim
ORDER BY annotations DESC, last_annotation DESC, claim
LIMIT $limit
