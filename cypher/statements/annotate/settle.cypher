// Give claims that came back into the graph the verdict of their old annotations
// :param rows rows  claim, version (as it was read), claim_verdict (properties of the claim)
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
