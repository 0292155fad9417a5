// Give claims the verdict of annotations that were made before they came back
// :param rows rows  claim, version (as it was read), standing (properties of the claim)
// :returns table
// :columns settled integer
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
WHERE claim.version = row.version
SET claim += row.claim_verdict, claim.version = row.version + 1
WITH claim
MATCH (annotation:Annotation {subject: claim.id})
MERGE (annotation)-[:JUDGES]->(claim)
RETURN count(DISTINCT claim.id) AS settled
