// Claims that nobody has judged
// Those that became known last, with what ranks them; a claim without a date has the day on which it became known.
// :use event_types
// :param languages languages = null  Only claims of documents in these languages
// :param entity entity = null  Only claims in which this entity takes part
// :use since
// :param known_since date = null  Only what became known on this day or later
// :use until
// :param limit integer = 400  At most so many of the newest claims
// :returns table
MATCH (claim:Claim)
WHERE claim.known_on >= coalesce($known_since, '0000') AND claim.verdict = 'none' AND size(claim.lenses) > 0
  AND ($since IS NULL OR claim.date >= $since)
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
// :part return_queue
