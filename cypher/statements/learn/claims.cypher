// One page of extracted claims with the evidence on how they were extracted, in the order of their ids
// :param after string = null  The id of the last claim of the page before
// :param limit integer = 1000  Maximum number of claims
// :returns table
MATCH (claim:Claim)
WHERE ($after IS NULL OR claim.id > $after) AND NOT claim.extractor STARTS WITH 'analyst+' AND NOT claim.extractor STARTS WITH 'data+'
WITH claim
ORDER BY claim.id
LIMIT $limit
// :part return_claim_evidence
