// Unjudged claims, the latest known first, with the values that rank them
// For a claim without a date, `date` is the day on which it became known.
// :use event_types
// :param languages languages = null  Only claims of documents in these languages
// :param entity entity = null  Only claims with this entity as a party
// :use since
// :param known_since date = null  Only claims that became known on this day or later
// :use until
// :param limit integer = 400  Maximum number of claims, the newest first
// :returns table
MATCH (claim:Claim)
WHERE claim.known_on >= coalesce($known_since, '0000') AND claim.verdict = 'none' AND size(claim.lenses) > 0
  AND ($since IS NULL OR claim.placed_until >= $since)
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
// :part return_queue
