// Remove events and relations that no claim asserts any more, and the ties that only they formed
// Readings of analysts are kept, and so are the extracted readings of recoded claims.
// :param ids ids  Events and relations whose lenses are up to date
// :returns table
// :columns removed integer
UNWIND $ids AS id
OPTIONAL MATCH (event:Event {id: id})
OPTIONAL MATCH (relation:Relation {id: id})
WITH coalesce(event, relation) AS assertion
WHERE assertion IS NOT NULL AND size(assertion.lenses) = 0
  AND NOT EXISTS { MATCH (:Claim)-[:EXTRACTED_AS]->(assertion) }
  AND NOT EXISTS { MATCH (:Annotation)-[:READS]->(assertion) }
WITH collect(assertion.id) AS gone, collect(assertion) AS assertions
UNWIND assertions AS assertion
OPTIONAL MATCH (assertion)-[:FORMS|DENIES]->(tie:Tie)
WHERE NOT EXISTS { MATCH (other)-[:FORMS|DENIES]->(tie) WHERE NOT other.id IN gone }
DETACH DELETE tie, assertion
RETURN size(gone) AS removed LIMIT 1
