// Record judgements on claims, with the verdicts and lenses that follow
// Nothing is written unless every claim still has the expected version. The lock is set first, so that
// transactions wait for each other on databases that do not detect conflicts themselves. A second run of the same rows
// finds other versions, so the annotations are new.
// :param rows rows  claim, version (as it was read), annotation (properties), claim_verdict (properties of the claim)
// :returns table
// :columns judged integer
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
SET claim.lock = true
REMOVE claim.lock
WITH count(CASE WHEN claim.version = row.version THEN 1 END) AS fresh
WHERE fresh = size($rows)
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
SET claim += row.claim_verdict, claim.version = row.version + 1
CREATE (annotation:Annotation {id: row.annotation.id})-[:JUDGES]->(claim)
SET annotation += row.annotation
RETURN count(claim) AS judged
