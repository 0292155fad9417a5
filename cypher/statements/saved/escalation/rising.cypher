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
CALL () {
  // :part if_all_claims_count
  // :part ties_of_level
    AND tie.sign = 'conflict' AND (tie.last_dates[at] >= $turn OR $turn STARTS WITH tie.last_dates[at])
  MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(claim:Claim)
  WHERE $lens IN claim.lenses
  RETURN tie, event, claim
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  MATCH (claim)-[:ASSERTS]->(event:Event)-[:FORMS]->(tie:Tie {level: $level})
  WHERE tie.sign = 'conflict'
  RETURN tie, event, claim
}
WITH tie, count(DISTINCT CASE WHEN claim.date IS NOT NULL AND claim.placed_until < $turn THEN claim.voice END) AS before,
     count(DISTINCT CASE WHEN claim.date IS NOT NULL AND claim.placed_from >= $turn THEN claim.voice END) AS after,
     count(DISTINCT CASE WHEN claim.date IS NULL THEN claim.voice END) AS undated,
     min(event.intensity) AS worst
WHERE after > before
WITH tie, after - before AS growth, before, after, undated, worst
ORDER BY growth DESC, worst, tie.id
LIMIT $limit
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
RETURN actor.name + ' → ' + recipient.name AS pair, growth, before, after, undated, worst,
       tie.id AS tie, actor.id AS actor, recipient.id AS recipient
ORDER BY growth DESC, worst, tie
