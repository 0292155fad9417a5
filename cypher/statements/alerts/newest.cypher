// The newest alerts of a rule, sent or not
// :param rule id  The rule
// :param limit integer = 50  Maximum number of alerts
// :returns table
MATCH (alert:Alert {rule: $rule})
// :part return_alerts
ORDER BY made_at DESC, id
LIMIT $limit
