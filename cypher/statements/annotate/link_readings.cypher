// Link annotations to the events and relations that their authors read in the claims
// The link keeps a reading in the graph even while no claim asserts it.
// :param rows rows  annotation, assertion
// :returns table
// :columns linked integer
UNWIND $rows AS row
MATCH (annotation:Annotation {id: row.annotation})
OPTIONAL MATCH (event:Event {id: row.assertion})
OPTIONAL MATCH (relation:Relation {id: row.assertion})
WITH annotation, coalesce(event, relation) AS assertion
WHERE assertion IS NOT NULL
MERGE (annotation)-[link:READS]->(assertion)
RETURN count(link) AS linked
