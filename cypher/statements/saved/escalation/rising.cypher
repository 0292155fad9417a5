// Between whom conflict is rising
// :title id Di antara siapa konflik meningkat
// Independent voices of conflict on both sides of a day: the pairs where it grew most come first.
// :param turn date  The day that parts before and after
// :param since date = null  First day of the time before
// :param until date = null  Last day of the time after
// :use lens known_by
// :param limit integer = 30  At most so many pairs
// :returns chart bar pair growth
// :tag escalation change
MATCH (claim:Claim)
WHERE claim.date >= coalesce($since, '0000')
  AND claim.date <= coalesce($until, '9999')
  AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(event:Event)-[:FORMS]->(tie:Tie)
WHERE tie.sign = 'conflict'
WITH tie, count(DISTINCT CASE WHEN claim.date < $turn THEN claim.voice END) AS before,
     count(DISTINCT CASE WHEN claim.date >= $turn THEN claim.voice END) AS after,
     min(event.intensity) AS worst
WHERE after > before
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
RETURN actor.name + ' → ' + recipient.name AS pair, after - before AS growth, before, after, worst,
       tie.id AS tie, actor.id AS actor, recipient.id AS recipient
ORDER BY growth DESC, worst, tie
LIMIT $limit
