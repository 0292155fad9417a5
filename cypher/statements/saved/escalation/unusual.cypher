// Pairs with more events than usual
// :title id Pasangan dengan lebih banyak peristiwa dari biasanya
// Events in a period compared with an earlier one, the baseline, for who acts against or with whom. The most unlikely
// increases come first: “Chance” is the probability of so many events or more if nothing had changed.
// Only events that the news dates wholly within one of the two periods. Of all pairs, those with the most events in the
// period are compared; with hundreds of pairs, some chances below 0.01 come by luck.
// :param since date  First day of the period
// :param until date  Last day of the period
// :param baseline_since date  First day of the baseline
// :param baseline_until date  Last day of the baseline
// :param sign sign = conflict  Only ties of this sign
// :param candidates integer = 200  Number of pairs to compare
// :param limit integer = 30  Maximum number of pairs
// :use level event_types lens known_by
// :returns table
// :then against_baseline
// :reads pair name, in_period integer, in_baseline integer, tie id, actor id, recipient id
// :columns pair name, in_period integer, in_baseline integer, usual number, ratio number?, chance number, days integer,
//    baseline_days integer, baseline_since date, baseline_until date, tie id, actor id, recipient id
// :tag escalation change
MATCH (claim:Claim)
WHERE claim.placed_until >= $since AND claim.placed_until <= $until AND claim.placed_from >= $since
  AND claim.date IS NOT NULL AND $lens IN claim.lenses
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(event:Event {status: 'actual'})-[:FORMS]->(tie:Tie {level: $level, sign: $sign})
WITH tie, count(DISTINCT event.id) AS in_period
ORDER BY in_period DESC, tie.id
LIMIT $candidates
CALL (tie) {
  MATCH (tie)<-[:FORMS]-(event:Event {status: 'actual'})<-[:ASSERTS]-(claim:Claim)
  WHERE claim.date IS NOT NULL AND $lens IN claim.lenses
    AND claim.placed_from >= $baseline_since AND claim.placed_until <= $baseline_until
    AND ($event_types IS NULL OR claim.event_type IN $event_types)
    AND ($known_by IS NULL OR claim.known_on <= $known_by)
  RETURN count(DISTINCT event.id) AS in_baseline
}
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
RETURN actor.name + ' → ' + recipient.name AS pair, in_period, in_baseline, tie.id AS tie, actor.id AS actor,
       recipient.id AS recipient
ORDER BY in_period DESC, tie
