// Part events from the ties that they do not form or deny any more
// :param rows rows  event, ties (ids of the ties that stay)
// :returns table
// :columns removed integer
UNWIND $rows AS row
MATCH (event:Event {id: row.event})-[link:FORMS|DENIES]->(tie:Tie)
WHERE NOT tie.id IN row.ties
DELETE link
RETURN count(*) AS removed
