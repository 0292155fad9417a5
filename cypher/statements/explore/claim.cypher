// One claim with its sentence
// The lens is ignored, so that a link to a claim always opens.
// :param claim id  The claim
// :returns table
MATCH (claim:Claim {id: $claim})-[:ASSERTS]->(assertion)
// :part return_evidence
