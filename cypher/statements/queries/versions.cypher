// Versions of analysts' queries, the newest of each first
// :param query id = null  Only versions of this query
// :returns table
// :record QueryVersion query id, version integer, title string, description string, tags [string]?,
//    text string, owner string, author string, shared boolean, retired boolean, created_at time
MATCH (version:QueryVersion)
WHERE $query IS NULL OR version.query = $query
RETURN version.query AS query, version.version AS version, version.title AS title,
       version.description AS description, version.tags AS tags, version.text AS text, version.owner AS owner,
       version.author AS author, version.shared AS shared, version.retired AS retired,
       version.created_at AS created_at
ORDER BY query, version DESC
LIMIT 10000
