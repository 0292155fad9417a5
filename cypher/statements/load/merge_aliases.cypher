// Merge the names under which entities are found
// :param rows rows  id, key, text, entity
// :returns table
// :columns merged integer
// :part rows_with_entities
MERGE (alias:Alias {key: row.key})
ON CREATE SET alias.text = row.text
MERGE (alias)-[name:NAMES {id: row.id}]->(entity)
RETURN count(name) AS merged
