// Claims with annotations that are not linked to them
// This happens when a claim was removed and extracted again.
// :param ids ids  Claims that are in the graph
// :returns table
// :record ClaimVersion claim id, version integer, confidence number, asserts id, extracted id
UNWIND $ids AS id
MATCH (annotation:Annotation {subject: id})
WHERE NOT EXISTS { MATCH (annotation)-[:JUDGES]->(:Claim) }
MATCH (claim:Claim {id: id})-[:ASSERTS]->(assertion)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
RETURN DISTINCT claim.id AS claim, claim.version AS version, claim.confidence AS confidence,
       assertion.id AS asserts, coalesce(origin.id, assertion.id) AS extracted
ORDER BY claim
