// Batches that were loaded since a moment, the newest first
// Their documents include those that were loaded again.
// :param since string  ISO date and time, UTC
// :returns table
// :record RecentLoad finished_at time, documents integer
MATCH (load:Load)
WHERE load.finished_at >= $since
RETURN load.finished_at AS finished_at, load.documents AS documents
ORDER BY finished_at DESC, documents, load.id
