// Record that an analyst is here, and return when the visit before ended
// A page view at or after `gap` belongs to the same visit as the last one.
// :param author string  The analyst
// :param now string  ISO date and time, UTC
// :param gap string  ISO date and time, UTC: the present visit goes on if the last page view was not before it
// :returns table
// :record Visit before time?
MERGE (visit:Visit {id: $author})
ON CREATE SET visit.seen_at = $now
ON MATCH SET visit.before = CASE WHEN visit.seen_at < $gap THEN visit.seen_at ELSE visit.before END,
             visit.seen_at = $now
RETURN visit.before AS before
