// Claims that one source makes and another denies, where one of the two came in since a moment
// Both are about the same tie and of the same type of event. If the news dates both, their days overlap. A document
// that denies what it reports itself is left out.
// :param ids ids  Ties
// :param since string  ISO date and time, UTC
// :use lens
// :param limit integer = 400  Maximum number of pairs of claims
// :returns table
// :record DeniedClaim tie id, denial id, denial_is_new boolean, claim id, claim_is_new boolean, event_type event_type
UNWIND $ids AS id
MATCH (tie:Tie {id: id})<-[:DENIES]-(negated)
MATCH (negated)<-[:ASSERTS]-(denial:Claim)
WHERE $lens IN denial.lenses
MATCH (denial)-[:IN]->(denying:Sentence)
MATCH (denying)-[:OF]->(against:Document)
WITH tie, negated, denial, against, coalesce(against.first_loaded_at, against.loaded_at) >= $since AS denial_is_new
MATCH (tie)<-[:FORMS]-(event)
WHERE event.event_type = negated.event_type
MATCH (event)<-[:ASSERTS]-(claim:Claim)
WHERE $lens IN claim.lenses
  AND (claim.date IS NULL OR denial.date IS NULL
       OR (claim.placed_from <= denial.placed_until AND denial.placed_from <= claim.placed_until))
MATCH (claim)-[:IN]->(reporting:Sentence)
MATCH (reporting)-[:OF]->(report:Document)
WHERE report.id <> against.id
WITH tie, negated, denial, denial_is_new, claim, coalesce(report.first_loaded_at, report.loaded_at) >= $since AS claim_is_new
WHERE denial_is_new OR claim_is_new
WITH tie, negated, denial, denial_is_new, claim, claim_is_new
ORDER BY tie.id, negated.id, denial.id, coalesce(claim.placed_from, '') DESC, claim.id
LIMIT $limit
RETURN tie.id AS tie, denial.id AS denial, denial_is_new, claim.id AS claim, claim_is_new, negated.event_type AS event_type
