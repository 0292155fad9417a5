// Give ties without a level the one of actors
// :param level string  The level
// :returns table
// :columns levelled integer
MATCH (tie:Tie)
WHERE tie.level IS NULL
SET tie.level = $level
RETURN count(tie) AS levelled
