// All annotations with the extracted type of their claim, the oldest first
// For measuring the agreement of authors.
// :param limit integer = 50000  Maximum number of annotations; the newest are kept
// :returns table
// :record Opinion id id, claim id, author string, judgement verdict, reading id?, replaces id?,
//    final boolean?, event_type event_type
MATCH (annotation:Annotation)-[:JUDGES]->(claim:Claim)-[:ASSERTS]->(assertion)
WITH annotation, claim, assertion
ORDER BY annotation.created_at DESC, annotation.id
LIMIT $limit
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
RETURN annotation.id AS id, claim.id AS claim, annotation.author AS author, annotation.judgement AS judgement,
       annotation.reading AS reading, annotation.replaces AS replaces, annotation.final AS final,
       coalesce(origin.event_type, origin.relation_type, assertion.event_type, assertion.relation_type) AS event_type
ORDER BY annotation.created_at, id
