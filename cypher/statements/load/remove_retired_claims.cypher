// Remove claims that have been retired
// Their annotations stay, as orphans, and find their way back when the claim is made again.
// :param ids ids  Claims
// :returns table
// :columns removed integer
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
WHERE size(claim.lenses) = 0
DETACH DELETE claim
RETURN count(*) AS removed
