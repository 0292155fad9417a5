// Give events and relations, and the ties that they form, the lenses of their claims
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
WITH collect(thing) AS things
UNWIND things AS thing
MATCH (thing)-[:FORMS]->(tie:Tie)
WITH DISTINCT tie
SET tie.lenses = COLLECT {
  MATCH (part)-[:FORMS]->(tie)
  UNWIND part.lenses AS lens
  RETURN DISTINCT lens ORDER BY lens
}
RETURN count(tie) AS ties
