// Record judgements on claims, with the verdicts and lenses that follow
// All or nothing, in one transaction: nothing happens unless every claim still has the expected version.
// The lock comes first, so that databases that do not notice conflicts by themselves wait for each other.
// :param rows rows  claim, version (as it was read), annotation (properties), standing (properties of the claim)
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
MERGE (annotation:Annotation {id: row.annotation.id})
SET annotation += row.annotation
MERGE (annotation)-[:JUDGES]->(claim)
RETURN count(claim) AS judged
