// Make a query a favourite of an author, or no longer
// :param id id  The author's favourite
// :param author string  Whose
// :param query string  The name of the query
// :param starred boolean  Whether it is one
// :returns table
// :columns starred boolean
MERGE (favourite:Favourite {id: $id})
SET favourite.author = $author, favourite.query = $query, favourite.starred = $starred
RETURN favourite.starred AS starred
