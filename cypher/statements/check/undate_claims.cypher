// Stop taking the day of publication for a date, in claims that an older version loaded
// To be run until it changes none.
// :param reason string  The reason that the older version gave for such dates
// :param limit integer = 1000  Maximum number of claims
// :returns table
// :record Undated undated integer
MATCH (claim:Claim)
WHERE claim.placed_from IS NULL AND claim.date IS NOT NULL
WITH claim
ORDER BY claim.id
LIMIT $limit
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
WITH claim, assertion, coalesce(document.published_from, claim.date) AS published_from,
     coalesce(document.published_until, claim.date) AS published_until,
     coalesce(document.published_guessed, false) AS published_guessed, $reason IN claim.reasons AS undated
// :part place_claim
RETURN count(claim) AS undated
