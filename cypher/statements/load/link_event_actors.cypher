// Link events to their actors
// :param rows rows  id, event, entity
// :returns table
// :columns merged integer
// :part rows_with_entities
MATCH (event:Event {id: row.event})
MERGE (event)<-[part:ACTS_IN {id: row.id}]-(entity)
RETURN count(part) AS merged
