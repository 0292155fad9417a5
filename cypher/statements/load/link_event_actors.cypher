// Link events to the entities that act in them
// :param rows rows  id, event, entity
// :returns table
UNWIND $rows AS row
OPTIONAL MATCH (country:Country {id: row.entity})
OPTIONAL MATCH (actor:Actor {id: row.entity})
WITH row, coalesce(country, actor) AS entity
MATCH (event:Event {id: row.event})
MERGE (event)<-[part:ACTS_IN {id: row.id}]-(entity)
RETURN count(part) AS merged
