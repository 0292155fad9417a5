// Claims with their version, and what they assert
// `asserts` and `extracted` are the same unless analysts recoded the claim.
// :param ids ids  Claims; those that are no longer in the graph are left out
// :returns table
// :record ClaimVersion claim id, version integer, confidence number, asserts id, extracted id
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[:ASSERTS]->(assertion)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
RETURN claim.id AS claim, claim.version AS version, claim.confidence AS confidence,
       assertion.id AS asserts, coalesce(origin.id, assertion.id) AS extracted
ORDER BY claim
