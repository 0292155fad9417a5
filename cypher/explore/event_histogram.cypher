// Claims by month and quad
// :title id Klaim menurut bulan dan kuadran
// :param entities entities = null  Only events of these entities
// :param lens lens = trusted  Which claims count
// :param known_by date = null  Only what was published by this day
// :param event_types event_types = null  Only claims of these types
// :param since date = null  First day, inclusive
// :param until date = null  Last day, inclusive
// :returns chart bar month claims quad
MATCH (claim:Claim)-[:ASSERTS]->(event:Event)
WHERE claim.date >= coalesce($since, '0000')
  AND claim.date <= coalesce($until, '9999')
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($entities IS NULL
       OR EXISTS { MATCH (actor)-[:ACTS_IN]->(event) WHERE actor.id IN $entities }
       OR EXISTS { MATCH (event)-[:ADDRESSES]->(recipient) WHERE recipient.id IN $entities })
RETURN substring(claim.date, 0, 7) AS month, event.quad AS quad, count(*) AS claims,
       count(DISTINCT event.id) AS events, count(DISTINCT claim.voice) AS voices
ORDER BY month, quad
