// The claims among these subjects, and the claims of the ties among them
// `asserts` and `extracted` differ if analysts recoded the claim; `subjects` are the given ones it belongs to.
// :param subjects ids  Claims and ties
// :param limit integer = 5001  Maximum number of claims
// :returns table
// :record SubjectClaim claim id, version integer, confidence number, asserts id, extracted id, subjects [id]
UNWIND $subjects AS subject
OPTIONAL MATCH (direct:Claim {id: subject})
OPTIONAL MATCH (:Tie {id: subject})<-[:FORMS]-()<-[:ASSERTS]-(behind:Claim)
WITH subject, coalesce(direct, behind) AS claim
WHERE claim IS NOT NULL
WITH claim, collect(DISTINCT subject) AS subjects
MATCH (claim)-[:ASSERTS]->(assertion)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
RETURN claim.id AS claim, claim.version AS version, claim.confidence AS confidence,
       assertion.id AS asserts, coalesce(origin.id, assertion.id) AS extracted, subjects
ORDER BY claim
LIMIT $limit
