// Find the alerts of a rule
// :returns nothing
CREATE INDEX alert_rule IF NOT EXISTS FOR (alert:Alert) ON (alert.rule)
