// Events and relations with their parties
// :param ids ids  Events and relations; those that are not in the graph are left out
// :returns table
UNWIND $ids AS id
OPTIONAL MATCH (event:Event {id: id})
OPTIONAL MATCH (relation:Relation {id: id})
WITH coalesce(event, relation) AS assertion
WHERE assertion IS NOT NULL
// :part return_assertions
ORDER BY id
