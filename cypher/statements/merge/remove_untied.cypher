// Remove ties that no event or relation forms or denies any more
// :param ids ids  Ties
// :returns table
// :columns removed integer
UNWIND $ids AS id
MATCH (tie:Tie {id: id})
WHERE NOT EXISTS { MATCH ()-[:FORMS|DENIES]->(tie) }
DETACH DELETE tie
RETURN count(*) AS removed
