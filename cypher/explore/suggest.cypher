// Suggest entities while a name is being typed
// Only names that begin so: fast in any graph. `explore/search_entities` also looks inside names.
// :param text name  The beginning of a name
// :param kinds strings = null  Only entities of these kinds, such as country or person
// :param limit integer = 10  At most so many entities
// :returns table
MATCH (alias:Alias)
WHERE $text <> '' AND alias.key STARTS WITH $text
MATCH (alias)-[:NAMES]->(entity)
WHERE $kinds IS NULL OR entity.kind IN $kinds
WITH entity, alias
ORDER BY size(alias.key), alias.key
WITH entity, collect(alias.text) AS spellings, min(size(alias.key)) AS length
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.country AS country, spellings[0] AS alias
ORDER BY length, id
LIMIT $limit
