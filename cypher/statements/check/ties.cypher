// One page of ties, in the order of their ids
// :param after string = null  The id of the last tie of the page before
// :param uncounted boolean = false  Only ties without counts
// :param limit integer = 1000  Maximum number of ties
// :returns table
// :record ListedTie tie id
MATCH (tie:Tie)
WHERE ($after IS NULL OR tie.id > $after) AND (NOT $uncounted OR tie.version IS NULL)
RETURN tie.id AS tie
ORDER BY tie
LIMIT $limit
