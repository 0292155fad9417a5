// Give events the sign of their type and mode
// :param rows rows  event_type, mode (empty for events without one), sign
// :returns table
// :columns signed integer
UNWIND $rows AS row
MATCH (event:Event {event_type: row.event_type})
WHERE coalesce(event.mode, '') = row.mode AND coalesce(event.sign, '') <> row.sign
SET event.sign = row.sign
RETURN count(event) AS signed
