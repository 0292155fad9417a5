// Remove a rule of alerts with what it has stored
// Nothing happens unless it is a rule of the author.
// :param id id  The rule
// :param author string  Whose rule it is
// :returns nothing
MATCH (rule:AlertRule {id: $id})
WHERE rule.author = $author
OPTIONAL MATCH (alert:Alert {rule: $id})
DELETE alert, rule
