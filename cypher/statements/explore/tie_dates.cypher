// Dates of the claims behind ties
// One row for each tie, with the date of each claim as far as it is known: 2011 for a year, 2023-10 for a month.
// Without a date it is the day of publication, or the month or year of it if the day is not stated. The dates of a tie
// have no order: to sort them took half of the time.
// :param ids ids  The ties
// :use lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 2000  Maximum number of ties
// :returns table
// :record TieDates tie id, dates [moment]
UNWIND $ids AS id
MATCH (tie:Tie {id: id})<-[:FORMS]-(assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND claim.placed_from IS NOT NULL AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH tie.id AS tie, coalesce(claim.date, CASE
       WHEN claim.placed_from = claim.placed_until THEN claim.placed_from
       WHEN substring(claim.placed_from, 0, 7) = substring(claim.placed_until, 0, 7) THEN substring(claim.placed_from, 0, 7)
       ELSE substring(claim.placed_from, 0, 4)
     END) AS date
RETURN tie, collect(date) AS dates
ORDER BY tie
LIMIT $limit
