// Give a day to events that have none yet
// :param rows rows  id, date, date_precision
// :returns table
// :columns dated integer
UNWIND $rows AS row
MATCH (event:Event {id: row.id})
WHERE event.date IS NULL
SET event.date = row.date, event.date_precision = row.date_precision
REMOVE event.not_after, event.reported_around
RETURN count(event) AS dated
