// Find events by type
// :returns nothing
CREATE INDEX event_event_type IF NOT EXISTS FOR (event:Event) ON (event.event_type)
