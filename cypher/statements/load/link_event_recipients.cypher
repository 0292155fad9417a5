// Link events to their recipients
// :param rows rows  id, event, entity
// :returns table
// :columns merged integer
// :part rows_with_entities
MATCH (event:Event {id: row.event})
MERGE (event)-[part:ADDRESSES {id: row.id}]->(entity)
RETURN count(part) AS merged
