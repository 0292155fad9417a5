// Unlink events and relations from former parties and ties, and store their original parties
// :param rows rows  assertion, parts (ids of relationships to keep), ties (ties to keep), own_actors, own_recipients,
//                   own_mediators, own_places (the original parties, or null if they are the shown ones)
// :returns table
// :columns removed integer
UNWIND $rows AS row
OPTIONAL MATCH (event:Event {id: row.assertion})
OPTIONAL MATCH (relation:Relation {id: row.assertion})
WITH row, coalesce(event, relation) AS assertion
SET assertion.own_actors = row.own_actors, assertion.own_recipients = row.own_recipients,
    assertion.own_mediators = row.own_mediators, assertion.own_places = row.own_places
WITH row, assertion
MATCH (assertion)-[part:ACTS_IN|SUBJECT_OF|ADDRESSES|HAS_OBJECT|MEDIATES|TAKES_PLACE_IN|FORMS|DENIES]-(other)
WHERE CASE WHEN part.id IS NULL THEN NOT other.id IN row.ties ELSE NOT part.id IN row.parts END
DELETE part
RETURN count(*) AS removed
