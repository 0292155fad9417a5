// The alerts of a rule that are to be sent now, the oldest first
// :param rule id  The rule
// :param now string  ISO date and time, UTC
// :param limit integer = 200  Maximum number of alerts
// :returns table
MATCH (alert:Alert {rule: $rule})
WHERE alert.sent_at = '' AND alert.next_try <= $now
// :part return_alerts
ORDER BY made_at, id
LIMIT $limit
