// Ties in the order of their ids
// For reading in pages.
// :param after string = null  The id of the last one of the page before
// :param uncounted boolean = false  Only ties on which nothing was ever counted
// :param limit integer = 1000  At most so many
// :returns table
// :record ListedTie tie id
MATCH (tie:Tie)
WHERE ($after IS NULL OR tie.id > $after) AND (NOT $uncounted OR tie.version IS NULL)
RETURN tie.id AS tie
ORDER BY tie
LIMIT $limit
