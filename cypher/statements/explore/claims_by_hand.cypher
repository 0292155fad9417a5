// Claims that analysts made by hand, the latest first
// The lens is ignored, so that their makers find all of them.
// :param maker string = null  The extractor of one analyst's claims, such as analyst+ratna; null for all analysts
// :param limit integer = 300  Maximum number of claims
// :returns table
MATCH (document:Document)
WHERE document.id STARTS WITH 'by-hand-'
MATCH (claim:Claim)-[:IN]->(:Sentence)-[:OF]->(document)
WHERE $maker IS NULL OR claim.extractor = $maker
MATCH (claim)-[:ASSERTS]->(assertion)
WITH claim, assertion, document.loaded_at AS made_at
ORDER BY made_at DESC, claim.id
LIMIT $limit
// :part return_evidence
ORDER BY made_at DESC, claim
