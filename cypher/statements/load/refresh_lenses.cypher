// Give events and relations the lenses of their claims
// `load/tally_ties` passes them on to the ties.
// :param ids ids  Events and relations
// :returns table
UNWIND $ids AS id
OPTIONAL MATCH (event:Event {id: id})
OPTIONAL MATCH (relation:Relation {id: id})
WITH coalesce(event, relation) AS thing
WHERE thing IS NOT NULL
SET thing.lenses = COLLECT {
  MATCH (claim:Claim)-[:ASSERTS]->(thing)
  UNWIND claim.lenses AS lens
  RETURN DISTINCT lens ORDER BY lens
}
RETURN count(thing) AS things
