// When the claims behind ties say that things happened
// One row for each tie, with one date for each claim.
// :param ids ids  The ties
// :param lens lens = trusted  Which claims count
// :param known_by date = null  Only what was published by this day
// :param event_types event_types = null  Only claims of these types
// :param statuses statuses = null  Only events that are actual, planned, hypothetical or negated
// :param since date = null  First day, inclusive
// :param until date = null  Last day, inclusive
// :param limit integer = 2000  At most so many ties
// :returns table
UNWIND $ids AS id
MATCH (tie:Tie {id: id})<-[:FORMS]-(thing)<-[:ASSERTS]-(claim:Claim)
WHERE claim.date IS NOT NULL AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($statuses IS NULL OR coalesce(thing.status, 'actual') IN $statuses)
  AND ($since IS NULL OR claim.date >= $since)
  AND ($until IS NULL OR claim.date <= $until)
WITH tie.id AS tie, claim.date AS date
ORDER BY tie, date
RETURN tie, collect(date) AS dates
ORDER BY tie
LIMIT $limit
