// Those of some claims that are in the graph, with the fingerprints of the rows that made them
// A claim that is hidden, because its retirement was interrupted, has an empty fingerprint.
// :param ids ids  Claims
// :returns table
// :record CodedClaim claim id, fingerprint string
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
RETURN claim.id AS claim, CASE WHEN size(claim.lenses) = 0 THEN '' ELSE coalesce(claim.fingerprint, '') END AS fingerprint
