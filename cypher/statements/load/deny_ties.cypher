// Link negated events to the ties that they would have formed
// :param rows rows  event, tie
// :returns table
// :columns merged integer
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (tie:Tie {id: row.tie})
MERGE (event)-[link:DENIES]->(tie)
RETURN count(link) AS merged
