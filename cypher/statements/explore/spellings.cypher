// All spellings of all entities
// The keys of aliases, used to find similar names.
// :param limit integer = 200000  Maximum number of spellings
// :returns table
// :record Spelling key string, entity id
MATCH (alias:Alias)-[:NAMES]->(entity)
RETURN alias.key AS key, entity.id AS entity
ORDER BY key, entity
LIMIT $limit
