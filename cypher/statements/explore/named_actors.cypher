// People and bodies with all their names
// Ordered by id, for reading in pages.
// :param after string = null  The last id of the previous page
// :param limit integer = 5000  Maximum number of actors
// :returns table
// :record NamedActor id id, name name, kind kind, country id?, aliases [string]
MATCH (actor:Actor)
WHERE ($after IS NULL OR actor.id > $after)
  AND actor.merged_into IS NULL AND actor.kind IN ['person', 'organisation', 'armed_group', 'government_body']
WITH actor ORDER BY actor.id LIMIT $limit
OPTIONAL MATCH (alias:Alias)-[:NAMES]->(actor)
WITH actor, alias.text AS spelling
ORDER BY spelling
RETURN actor.id AS id, actor.name AS name, actor.kind AS kind, actor.country AS country,
       collect(spelling) AS aliases
ORDER BY id
