// Watch a saved query for an analyst
// :param id string  The id, a hash of the author, the query and its parameters
// :param author string  The analyst
// :param query string  Name of the saved query
// :param parameters strings  Each as name=value
// :param now string  ISO date and time, UTC
// :returns table
// :columns id id
MERGE (watch:Watch {id: $id})
SET watch.author = $author, watch.query = $query, watch.parameters = $parameters,
    watch.created_at = coalesce(watch.created_at, $now)
RETURN watch.id AS id
