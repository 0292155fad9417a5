// Each AlertRule has an id of its own
// :returns nothing
CREATE CONSTRAINT alert_rule_id IF NOT EXISTS FOR (rule:AlertRule) REQUIRE rule.id IS UNIQUE
