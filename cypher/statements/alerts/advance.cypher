// Record up to when a rule of alerts has looked
// There is no row if somebody else has looked in the meantime, or the rule was removed.
// :param id id  The rule
// :param turn integer  The number of looks before
// :param through string  ISO date and time, UTC
// :param covered ids  The documents of the last minutes
// :returns table
// :columns turn integer
MATCH (rule:AlertRule {id: $id})
WHERE rule.turn = $turn
SET rule.turn = $turn + 1, rule.through = $through, rule.covered = $covered
RETURN rule.turn AS turn
