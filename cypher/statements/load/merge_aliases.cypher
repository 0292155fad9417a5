// Merge the names under which entities are found
// :param rows rows  id, key, text, entity
// :returns table
UNWIND $rows AS row
OPTIONAL MATCH (country:Country {id: row.entity})
OPTIONAL MATCH (actor:Actor {id: row.entity})
WITH row, coalesce(country, actor) AS entity
MERGE (alias:Alias {key: row.key})
ON CREATE SET alias.text = row.text
MERGE (alias)-[name:NAMES {id: row.id}]->(entity)
RETURN count(name) AS merged
