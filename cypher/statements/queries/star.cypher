// Add a query to an author's favourites, or remove it
// :param id id  The id, a hash of the author and the query
// :param author string  The author
// :param query string  The name of the query
// :param starred boolean  Whether it is a favourite now
// :returns table
// :columns starred boolean
MERGE (favourite:Favourite {id: $id})
SET favourite.author = $author, favourite.query = $query, favourite.starred = $starred
RETURN favourite.starred AS starred
