// The day of the newest events, after passing over some claims
// Only claims that are dated to the day, and not later than the day on which they became known. No row if there are no
// more of them than are passed over. An index gives them in order: few are read in a graph of any size.
// :param passed integer = 0  Number of the newest claims to pass over
// :use lens known_by
// :returns table
// :record NewestEventDay day date
MATCH (claim:Claim)
WHERE claim.placed_until >= '0000' AND claim.placed_from = claim.placed_until AND claim.placed_until <= claim.known_on
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
RETURN claim.placed_until AS day
ORDER BY claim.placed_until DESC
SKIP $passed
LIMIT 1
