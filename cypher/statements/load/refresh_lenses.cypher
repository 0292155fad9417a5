// Give events and relations the lenses of their claims
// `load/count_ties` then updates those of the ties.
// :param ids ids  Events and relations
// :returns table
// :columns assertions integer
UNWIND $ids AS id
OPTIONAL MATCH (event:Event {id: id})
OPTIONAL MATCH (relation:Relation {id: id})
WITH coalesce(event, relation) AS assertion
WHERE assertion IS NOT NULL
SET assertion.lenses = COLLECT {
  MATCH (claim:Claim)-[:ASSERTS]->(assertion)
  UNWIND claim.lenses AS lens
  RETURN DISTINCT lens ORDER BY lens
}
RETURN count(assertion) AS assertions
