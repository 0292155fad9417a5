// Merge events
// A report without a date leaves the date that another report gave; `load/refresh_lenses` removes it when no claim
// gives it any more.
// New events have no lenses, so that no query shows them until their claims are loaded.
// :param rows rows  id, event_type, mode, quad, intensity, date, date_precision, not_after, reported_around,
//                   status, sign
// :returns table
// :record Merged merged integer, known integer
UNWIND $rows AS row
OPTIONAL MATCH (known:Event {id: row.id})
MERGE (event:Event {id: row.id})
ON CREATE SET event.lenses = []
SET event.event_type = row.event_type, event.mode = row.mode, event.quad = row.quad,
    event.intensity = row.intensity, event.status = row.status, event.sign = row.sign
FOREACH (dated IN CASE WHEN row.date IS NOT NULL OR event.date IS NULL THEN [event] ELSE [] END |
  SET dated.date = row.date, dated.date_precision = row.date_precision, dated.not_after = row.not_after,
      dated.reported_around = row.reported_around
)
RETURN count(event) AS merged, count(known) AS known
