// Link events to their actors
// :param rows rows  id, event, entity, acts_for
// :returns table
// :columns merged integer
// :part rows_with_entities
MATCH (event:Event {id: row.event})
MERGE (event)<-[part:ACTS_IN {id: row.id}]-(entity)
ON CREATE SET part.acts_for = row.acts_for
RETURN count(part) AS merged
