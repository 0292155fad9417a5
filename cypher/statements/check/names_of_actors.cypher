// The keys of the names under which actors are found
// :param ids ids  Actors
// :returns table
// :record ActorName key string
UNWIND $ids AS id
MATCH (alias:Alias)-[:NAMES]->(:Actor {id: id})
RETURN DISTINCT alias.key AS key
ORDER BY key
