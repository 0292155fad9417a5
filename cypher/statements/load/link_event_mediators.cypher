// Link events to those who mediate in them
// :param rows rows  id, event, entity, acts_for, bloc (for which this counts on that day; null if for none)
// :returns table
// :columns merged integer
// :part rows_with_entities
MATCH (event:Event {id: row.event})
MERGE (event)<-[part:MEDIATES {id: row.id}]-(entity)
ON CREATE SET part.acts_for = row.acts_for
SET part.bloc = row.bloc
RETURN count(part) AS merged
