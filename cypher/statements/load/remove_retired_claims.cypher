// Remove retired claims
// Their annotations stay as orphans, and apply again if the claim is extracted again.
// :param ids ids  Claims
// :returns table
// :columns removed integer
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
WHERE size(claim.lenses) = 0
DETACH DELETE claim
RETURN count(*) AS removed
