// Entities that have one of these names
// :param keys strings  Keys of names: see `alias_key`
// :param lens lens = trusted  Which ties count for the ranking
// :use level
// :returns table
// :record KeyedEntity key string, id id, name name, kind kind, country id?, ties integer
UNWIND $keys AS key
MATCH (:Alias {key: key})-[:NAMES]->(entity)
WITH DISTINCT key, entity
RETURN key, entity.id AS id, entity.name AS name, entity.kind AS kind, entity.country AS country,
       COUNT { MATCH (entity)-[:INITIATES]->(tie:Tie {level: $level}) WHERE $lens IN tie.lenses }
       + COUNT { MATCH (entity)<-[:REACHES]-(tie:Tie {level: $level}) WHERE $lens IN tie.lenses } AS ties
ORDER BY key, ties DESC, id
