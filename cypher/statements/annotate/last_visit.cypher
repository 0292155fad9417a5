// When an analyst was here last
// :param author string  The analyst
// :returns table
// :record LastVisit seen_at time
MATCH (visit:Visit {id: $author})
RETURN visit.seen_at AS seen_at
