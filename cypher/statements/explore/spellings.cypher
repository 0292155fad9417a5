// All spellings of all entities
// The keys of aliases, from which similar names are found.
// :param limit integer = 200000  At most so many
// :returns table
MATCH (alias:Alias)-[:NAMES]->(entity)
RETURN alias.key AS key, entity.id AS entity
ORDER BY key, entity
LIMIT $limit
