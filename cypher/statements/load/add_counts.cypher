// Store new counts on ties, unless one of the ties has changed since they were computed
// The lock is set first, so that transactions wait for each other on databases that do not detect conflicts
// themselves.
// :param rows rows  tie, version (as it was read), counts (properties of the tie)
// :returns table
// :columns counted integer
UNWIND $rows AS row
MATCH (tie:Tie {id: row.tie})
SET tie.lock = true
REMOVE tie.lock
WITH collect({tie: tie, row: row}) AS held, count(CASE WHEN tie.version = row.version THEN 1 END) AS fresh
WHERE fresh = size($rows)
UNWIND held AS each
WITH each.tie AS tie, each.row AS row
SET tie += row.counts, tie.version = row.version + 1
RETURN count(tie) AS counted
