// The numbered steps that have brought the graph up to date
// :returns table
// :record TakenStep number integer, title string, checksum string, version string, done_at time
MATCH (mark:Mark)
WHERE mark.checksum IS NOT NULL
RETURN mark.number AS number, mark.title AS title, mark.checksum AS checksum, mark.version AS version,
       mark.done_at AS done_at
ORDER BY number
