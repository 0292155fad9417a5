// Dates of the claims behind ties
// One row for each tie, with the event date of each claim.
// :param ids ids  The ties
// :use lens known_by event_types statuses since until
// :param limit integer = 2000  Maximum number of ties
// :returns table
// :record TieDates tie id, dates [date]
UNWIND $ids AS id
MATCH (tie:Tie {id: id})<-[:FORMS]-(assertion)<-[:ASSERTS]-(claim:Claim)
WHERE claim.date IS NOT NULL AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($statuses IS NULL OR coalesce(assertion.status, 'actual') IN $statuses)
  AND ($since IS NULL OR claim.date >= $since)
  AND ($until IS NULL OR claim.date <= $until)
WITH tie.id AS tie, claim.date AS date
ORDER BY tie, date
RETURN tie, collect(date) AS dates
ORDER BY tie
LIMIT $limit
