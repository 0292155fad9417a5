// Each Alert has an id of its own
// :returns nothing
CREATE CONSTRAINT alert_id IF NOT EXISTS FOR (alert:Alert) REQUIRE alert.id IS UNIQUE
