// Link events and relations to the ties that they form
// :param rows rows  assertion (the id of an event or a relation), tie
// :returns table
// :columns merged integer
UNWIND $rows AS row
OPTIONAL MATCH (event:Event {id: row.assertion})
OPTIONAL MATCH (relation:Relation {id: row.assertion})
WITH row, coalesce(event, relation) AS assertion
MATCH (tie:Tie {id: row.tie})
MERGE (assertion)-[link:FORMS]->(tie)
RETURN count(link) AS merged
