// How claims stand today
// Claims that the graph no longer has, or that the extractor no longer makes, are left out.
// :param ids ids  The claims
// :returns table
// :record ClaimNow claim id, event id, verdict verdict, lenses [string]
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[:ASSERTS]->(assertion)
WHERE size(claim.lenses) > 0
RETURN claim.id AS claim, assertion.id AS event, claim.verdict AS verdict, claim.lenses AS lenses
