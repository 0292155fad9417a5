// The claims that a judgement on a claim or a tie is about
// :param subject id  A claim or a tie
// :param limit integer = 5001  At most so many claims
// :returns table
OPTIONAL MATCH (direct:Claim {id: $subject})
OPTIONAL MATCH (:Tie {id: $subject})<-[:FORMS]-()<-[:ASSERTS]-(behind:Claim)
WITH coalesce(direct, behind) AS claim
WHERE claim IS NOT NULL
RETURN DISTINCT claim.id AS claim, claim.version AS version, claim.confidence AS confidence
ORDER BY claim
LIMIT $limit
