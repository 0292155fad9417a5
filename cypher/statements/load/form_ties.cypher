// Link events and relations to the ties that they form
// :param rows rows  thing (the id of an event or a relation), tie
// :returns table
UNWIND $rows AS row
OPTIONAL MATCH (event:Event {id: row.thing})
OPTIONAL MATCH (relation:Relation {id: row.thing})
WITH row, coalesce(event, relation) AS thing
MATCH (tie:Tie {id: row.tie})
MERGE (thing)-[link:FORMS]->(tie)
RETURN count(link) AS merged
