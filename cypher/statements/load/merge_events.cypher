// Merge events
// New events have no lenses, so that no query shows them until their claims are loaded.
// :param rows rows  id, event_type, mode, quad, intensity, date, date_precision, status, sign
// :returns table
// :record Merged merged integer, known integer
UNWIND $rows AS row
OPTIONAL MATCH (known:Event {id: row.id})
MERGE (event:Event {id: row.id})
ON CREATE SET event.lenses = []
SET event.event_type = row.event_type, event.mode = row.mode, event.quad = row.quad,
    event.intensity = row.intensity, event.date = row.date, event.date_precision = row.date_precision,
    event.status = row.status, event.sign = row.sign
RETURN count(event) AS merged, count(known) AS known
