// Ties that do not say when their claims became known
// :param limit integer = 1000  Maximum number of ties
// :returns table
// :record UndatedTie tie id
MATCH (tie:Tie)
WHERE tie.known_from IS NULL
RETURN tie.id AS tie
ORDER BY tie
LIMIT $limit
