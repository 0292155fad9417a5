// An author's favourite queries
// :param author string  The author
// :returns table
// :record Favourite query string
MATCH (favourite:Favourite {author: $author})
WHERE favourite.starred
RETURN favourite.query AS query
ORDER BY query
LIMIT 1000
