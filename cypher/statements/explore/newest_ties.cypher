// Which ties the latest news is about
// Looks at the newest claims only; those of which most independent voices speak come first.
// :use lens known_by
// :param since date = null  Only claims of events from this day on: in a large graph much sooner found
// :param recent integer = 2000  How many of the newest claims are looked at
// :param limit integer = 60  At most so many ties
// :returns table
MATCH (recent:Claim)
WHERE recent.date >= coalesce($since, '0000') AND $lens IN recent.lenses
  AND ($known_by IS NULL OR recent.known_on <= $known_by)
WITH recent
ORDER BY recent.date DESC, recent.id
LIMIT $recent
MATCH (recent)-[:ASSERTS]->()-[:FORMS]->(tie:Tie)
WITH tie, count(DISTINCT recent.voice) AS heat
RETURN tie.id AS tie, heat
ORDER BY heat DESC, tie
LIMIT $limit
