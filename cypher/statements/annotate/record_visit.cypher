// Remember that an analyst is here, and tell when they were here before
// What is looked at within `gap` of the last look belongs to the same visit.
// :param author string  The analyst
// :param now string  ISO date and time, UTC
// :param gap string  ISO date and time, UTC: a look after it is the same visit
// :returns table
// :record Visit before time?
MERGE (visit:Visit {id: $author})
ON CREATE SET visit.seen_at = $now
ON MATCH SET visit.before = CASE WHEN visit.seen_at < $gap THEN visit.seen_at ELSE visit.before END,
             visit.seen_at = $now
RETURN visit.before AS before
