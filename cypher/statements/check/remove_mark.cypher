// Remove a mark
// :param mark string  The mark
// :returns table
// :columns removed integer
MATCH (mark:Mark {id: $mark})
DELETE mark
RETURN count(*) AS removed
