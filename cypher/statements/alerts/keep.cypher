// Store alerts, which then wait to be sent
// :param rows rows  id, rule, content as JSON, made_at
// :returns table
// :columns alerts integer
UNWIND $rows AS row
MERGE (alert:Alert {id: row.id})
ON CREATE SET alert.rule = row.rule, alert.content = row.content, alert.made_at = row.made_at, alert.sent_at = '',
              alert.attempts = 0, alert.next_try = '', alert.failure = ''
RETURN count(alert) AS alerts
