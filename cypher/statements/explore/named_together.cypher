// People and bodies that a document names beside these
// :param ids ids  The actors
// :param limit integer = 20000  Maximum number of pairs
// :returns table
// :record NamedTogether actor id, other id
UNWIND $ids AS id
MATCH (actor:Actor {id: id})<-[:MENTIONS]-(:Sentence)-[:OF]->(document:Document)
MATCH (document)<-[:OF]-(:Sentence)-[:MENTIONS]->(other:Actor)
WHERE other.id <> id AND other.kind = actor.kind
RETURN DISTINCT actor.id AS actor, other.id AS other
ORDER BY actor, other
LIMIT $limit
