// Link events and relations to the ties that they form
// `rejoined` are those that claims show already and that are linked to another tie now.
// :param rows rows  assertion (the id of an event or a relation), tie
// :returns table
// :record JoinedTies merged integer, rejoined [id]
UNWIND $rows AS row
OPTIONAL MATCH (event:Event {id: row.assertion})
OPTIONAL MATCH (relation:Relation {id: row.assertion})
WITH row, coalesce(event, relation) AS assertion
MATCH (tie:Tie {id: row.tie})
WITH assertion, tie, size(assertion.lenses) > 0 AND NOT EXISTS { MATCH (assertion)-[:FORMS]->(tie) } AS rejoined
MERGE (assertion)-[link:FORMS]->(tie)
RETURN count(link) AS merged, collect(DISTINCT CASE WHEN rejoined THEN assertion.id END) AS rejoined
