// The columns of an alert
// Expects alert.
// :record StoredAlert id id, rule id, content string, made_at time, sent_at string, attempts integer,
//    next_try string, failure string
RETURN alert.id AS id, alert.rule AS rule, alert.content AS content, alert.made_at AS made_at,
       alert.sent_at AS sent_at, alert.attempts AS attempts, alert.next_try AS next_try, alert.failure AS failure
