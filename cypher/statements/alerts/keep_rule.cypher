// Keep a rule of alerts, which looks from now on
// :param id id  The rule
// :param author string  Whose rule it is
// :param case_id string  The case whose entities and pairs it watches, empty for all watches of the author
// :param pace integer  The least number of seconds between two looks
// :param destination string  The name of the destination
// :param lens string  The lens of its claims
// :param level level  The level of its ties
// :param language string  The language in which its alerts are written
// :param now string  ISO date and time, UTC
// :returns table
// :columns id id
MERGE (rule:AlertRule {id: $id})
SET rule.author = $author, rule.case_id = $case_id, rule.pace = $pace, rule.destination = $destination,
    rule.lens = $lens, rule.level = $level, rule.language = $language, rule.through = $now, rule.covered = [], rule.turn = 0
RETURN rule.id AS id
