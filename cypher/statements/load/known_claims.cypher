// Those of some claims that are in the graph
// :param ids ids  Claims
// :returns table
// :record KnownClaim claim id
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
RETURN claim.id AS claim
