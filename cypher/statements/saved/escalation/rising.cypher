// Pairs with rising conflict
// :title id Pasangan dengan konflik yang meningkat
// Independent voices of conflict before and after a day. Pairs with the largest growth come first.
// Only events that the news dates wholly before or after that day count; `undated` are the voices without a date.
// :param turn date  The day that divides the two periods
// :param since date = null  First day of the period before
// :param until date = null  Last day of the period after
// :use level lens known_by
// :param limit integer = 30  Maximum number of pairs
// :returns chart bar pair growth
// :columns pair name, growth integer, before integer, after integer, undated integer, worst number,
//    tie id, actor id, recipient id
// :tag escalation change
MATCH (claim:Claim)
WHERE claim.placed_until >= coalesce($since, '0000')
  AND claim.placed_from <= coalesce($until, '9999')
  AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(event:Event)-[:FORMS]->(tie:Tie {level: $level})
WHERE tie.sign = 'conflict'
WITH tie, count(DISTINCT CASE WHEN claim.date IS NOT NULL AND claim.placed_until < $turn THEN claim.voice END) AS before,
     count(DISTINCT CASE WHEN claim.date IS NOT NULL AND claim.placed_from >= $turn THEN claim.voice END) AS after,
     count(DISTINCT CASE WHEN claim.date IS NULL THEN claim.voice END) AS undated,
     min(event.intensity) AS worst
WHERE after > before
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
RETURN actor.name + ' → ' + recipient.name AS pair, after - before AS growth, before, after, undated, worst,
       tie.id AS tie, actor.id AS actor, recipient.id AS recipient
ORDER BY growth DESC, worst, tie
LIMIT $limit
