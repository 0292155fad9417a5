// Part events and relations from entities and ties that are theirs no more
// :param rows rows  assertion, parts (ids of relationships that stay), ties (that stay), own_actors, own_recipients,
//                   own_places (the parties that were extracted, or null when they are those that are shown)
// :returns table
// :columns removed integer
UNWIND $rows AS row
OPTIONAL MATCH (event:Event {id: row.assertion})
OPTIONAL MATCH (relation:Relation {id: row.assertion})
WITH row, coalesce(event, relation) AS assertion
SET assertion.own_actors = row.own_actors, assertion.own_recipients = row.own_recipients, assertion.own_places = row.own_places
WITH row, assertion
MATCH (assertion)-[part:ACTS_IN|SUBJECT_OF|ADDRESSES|HAS_OBJECT|TAKES_PLACE_IN|FORMS|DENIES]-(other)
WHERE CASE WHEN part.id IS NULL THEN NOT other.id IN row.ties ELSE NOT part.id IN row.parts END
DELETE part
RETURN count(*) AS removed
