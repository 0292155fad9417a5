// Remember that an analyst was shown around, and tell whether it is the first time
// :param author string  The analyst
// :param now string  ISO date and time, UTC
// :returns table
MERGE (visit:Visit {id: $author})
WITH visit, visit.toured_at AS before
SET visit.toured_at = coalesce(before, $now)
RETURN before IS NULL AS first
