// Record what became of sending an alert
// :param id id  The alert
// :param sent_at string  ISO date and time, UTC; empty if it was not accepted
// :param attempts integer  How often it was sent
// :param next_try string  ISO date and time, UTC, before which it is not sent again
// :param failure string  Why it was not accepted
// :returns nothing
MATCH (alert:Alert {id: $id})
SET alert.sent_at = $sent_at, alert.attempts = $attempts, alert.next_try = $next_try, alert.failure = $failure
