// Claims by their ids, with their sentences
// The lens is ignored: the ids are of claims that it showed.
// :param ids ids  The claims
// :returns table
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[:ASSERTS]->(assertion)
// :part return_evidence
