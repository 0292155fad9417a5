// Find events by date
// :returns nothing
CREATE INDEX event_date IF NOT EXISTS FOR (event:Event) ON (event.date)
