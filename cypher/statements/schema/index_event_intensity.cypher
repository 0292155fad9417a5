// Find events by intensity
// :returns nothing
CREATE INDEX event_intensity IF NOT EXISTS FOR (event:Event) ON (event.intensity)
