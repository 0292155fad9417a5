// Give events and relations the lenses of their claims
// An event also loses a date that none of its claims gives any more.
// `load/count_ties` or `load/add_counts` updates those of the ties in the same transaction, or a later one.
// :param ids ids  Events and relations
// :returns table
// :columns assertions integer
UNWIND $ids AS id
OPTIONAL MATCH (event:Event {id: id})
OPTIONAL MATCH (relation:Relation {id: id})
WITH coalesce(event, relation) AS assertion
WHERE assertion IS NOT NULL
OPTIONAL MATCH (claim:Claim)-[:ASSERTS]->(assertion)
WITH assertion, collect(claim.lenses) AS seen, count(claim) AS claims, count(claim.date) AS dated
SET assertion.lenses = COLLECT {
  UNWIND seen AS lenses
  UNWIND lenses AS lens
  RETURN DISTINCT lens ORDER BY lens
}
WITH assertion, assertion.date AS told, assertion.date IS NOT NULL AND claims > 0 AND dated = 0 AS lost
FOREACH (undated IN CASE WHEN lost THEN [assertion] ELSE [] END |
  SET undated.not_after = CASE undated.status WHEN 'actual' THEN told END, undated.date_precision = 'unknown'
  REMOVE undated.date
)
RETURN count(assertion) AS assertions
