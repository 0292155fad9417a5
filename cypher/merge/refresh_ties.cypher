// Give ties the lenses of what forms them; those that nothing forms or denies any more are gone
// :param ids ids  Ties
// :returns table
UNWIND $ids AS id
MATCH (tie:Tie {id: id})
SET tie.lenses = COLLECT {
  MATCH (part)-[:FORMS]->(tie)
  UNWIND part.lenses AS lens
  RETURN DISTINCT lens ORDER BY lens
}
WITH tie
WHERE NOT EXISTS { MATCH ()-[:FORMS|DENIES]->(tie) }
DETACH DELETE tie
RETURN count(*) AS removed
