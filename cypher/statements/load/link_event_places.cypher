// Link events to the places where they happen
// :param rows rows  id, event, entity
// :returns table
// :columns merged integer
// :part rows_with_entities
MATCH (event:Event {id: row.event})
MERGE (event)-[part:TAKES_PLACE_IN {id: row.id}]->(entity)
RETURN count(part) AS merged
