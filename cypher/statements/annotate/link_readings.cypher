// Link annotations to the events and relations that their authors read in the claims
// What somebody reads is kept, even while no claim asserts it.
// :param rows rows  annotation, thing
// :returns table
UNWIND $rows AS row
MATCH (annotation:Annotation {id: row.annotation})
OPTIONAL MATCH (event:Event {id: row.thing})
OPTIONAL MATCH (relation:Relation {id: row.thing})
WITH annotation, coalesce(event, relation) AS thing
WHERE thing IS NOT NULL
MERGE (annotation)-[link:READS]->(thing)
RETURN count(link) AS linked
