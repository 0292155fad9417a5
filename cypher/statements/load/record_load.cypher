// Add a `Load` node, so that the caches of apps read again
// :param load id  A new id
// :param documents integer  How many documents were loaded
// :param finished_at string  When (ISO date and time, UTC)
// :returns table
// :columns loads integer
MERGE (load:Load {id: $load})
SET load.documents = $documents, load.finished_at = $finished_at
RETURN count(load) AS loads
