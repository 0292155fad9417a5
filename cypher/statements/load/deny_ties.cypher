// Link negated events to the ties that they would have formed
// `rejoined` are those that claims show already and that are linked to another tie now.
// :param rows rows  event, tie
// :returns table
// :record JoinedTies merged integer, rejoined [id]
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (tie:Tie {id: row.tie})
WITH event, tie, size(event.lenses) > 0 AND NOT EXISTS { MATCH (event)-[:DENIES]->(tie) } AS rejoined
MERGE (event)-[link:DENIES]->(tie)
RETURN count(link) AS merged, collect(DISTINCT CASE WHEN rejoined THEN event.id END) AS rejoined
