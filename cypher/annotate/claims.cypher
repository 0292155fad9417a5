// Claims as they stand
// :param ids ids  Claims; those that are no longer in the graph are left out
// :returns table
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
RETURN claim.id AS claim, claim.version AS version, claim.confidence AS confidence
ORDER BY claim
