// The saved queries that an analyst watches
// :param author string  The analyst
// :returns table
// :record StoredWatch id id, query string, parameters [string], created_at time
MATCH (watch:Watch)
WHERE watch.author = $author
RETURN watch.id AS id, watch.query AS query, watch.parameters AS parameters, watch.created_at AS created_at
ORDER BY created_at, id
