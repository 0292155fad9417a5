// Ties with news in a period
// Counts the independent voices that became known in the period, and those in the period before. Few claims are looked
// up in an index. If there are many, all ties of the level are read; those whose claims all became known in one of the
// two periods have their voices counted already.
// :param earlier date  First day of the period before, inclusive
// :param since date  First day of the period, inclusive
// :param until date = null  Last day of the period, inclusive
// :use level lens known_by
// :param limit integer = 300  Maximum number of ties
// :returns table
// :record StirredTie tie id, actor id, recipient id, voices_now integer, voices_prior integer,
//    denials_now integer, denials_before integer
CALL () {
  MATCH (claim:Claim)
  WHERE claim.known_on >= $earlier AND claim.known_on <= coalesce($until, '9999')
  WITH claim LIMIT 50001
  RETURN count(claim) AS stirring
}
CALL (stirring) {
  UNWIND CASE WHEN stirring <= 50000 THEN [1] ELSE [] END AS few
  MATCH (claim:Claim)
  WHERE claim.known_on >= $earlier AND claim.known_on <= coalesce($until, '9999')
    AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  MATCH (claim)-[:ASSERTS]->(assertion)
  MATCH (assertion)-[link:FORMS|DENIES]->(tie:Tie {level: $level})
  WITH tie, claim, type(link) = 'DENIES' AS denies, claim.known_on >= $since AS now
  RETURN tie,
         count(DISTINCT CASE WHEN now AND NOT denies THEN claim.voice END) AS voices_now,
         count(DISTINCT CASE WHEN NOT now AND NOT denies THEN claim.voice END) AS voices_prior,
         count(DISTINCT CASE WHEN now AND denies THEN claim.voice END) AS denials_now
  UNION ALL
  UNWIND CASE WHEN stirring <= 50000 THEN [] ELSE [1] END AS many
  // The voices of most ties are counted already: of those that nobody denies and whose claims are all of one period.
  // :part ties_of_level
  WITH tie, tie.voices[at] AS voices, tie.denied[at] AS denied,
       tie.known_from[at] AS known_from, tie.known_until[at] AS known_until
  WHERE denied = 0 AND known_from >= $earlier AND known_until <= coalesce($until, '9999')
    AND known_until <= coalesce($known_by, '9999') AND (known_from >= $since OR known_until < $since)
  WITH tie, CASE WHEN known_from >= $since THEN voices ELSE 0 END AS voices_now,
       CASE WHEN known_from >= $since THEN 0 ELSE voices END AS voices_prior
  ORDER BY voices_now DESC, voices_prior DESC, tie.id
  LIMIT $limit
  RETURN tie, voices_now, voices_prior, 0 AS denials_now
  UNION ALL
  UNWIND CASE WHEN stirring <= 50000 THEN [] ELSE [1] END AS many
  // :part ties_of_level
  WITH tie, tie.known_from[at] AS known_from, tie.known_until[at] AS known_until, tie.denied[at] AS denied
  WHERE denied = 0 AND known_until >= $earlier
    AND known_from <= coalesce($until, '9999') AND known_from <= coalesce($known_by, '9999')
    AND (known_from < $earlier OR known_until > coalesce($until, '9999') OR known_until > coalesce($known_by, '9999')
         OR known_from < $since AND known_until >= $since)
  MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(claim:Claim)
  WHERE claim.known_on >= $earlier AND claim.known_on <= coalesce($until, '9999')
    AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  RETURN tie, count(DISTINCT CASE WHEN claim.known_on >= $since THEN claim.voice END) AS voices_now,
         count(DISTINCT CASE WHEN claim.known_on < $since THEN claim.voice END) AS voices_prior, 0 AS denials_now
  UNION ALL
  UNWIND CASE WHEN stirring <= 50000 THEN [] ELSE [1] END AS many
  MATCH (event:Event)
  WHERE event.status = 'negated'
  MATCH (event)-[:DENIES]->(tie:Tie {level: $level})
  WITH DISTINCT tie
  WITH tie, [i IN range(0, size(tie.lenses) - 1) WHERE tie.lenses[i] = $lens][0] AS at
  WHERE at IS NULL OR tie.denied[at] > 0
  MATCH (tie)<-[link:FORMS|DENIES]-()<-[:ASSERTS]-(claim:Claim)
  WHERE claim.known_on >= $earlier AND claim.known_on <= coalesce($until, '9999')
    AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  WITH tie, claim, type(link) = 'DENIES' AS denies, claim.known_on >= $since AS now
  RETURN tie,
         count(DISTINCT CASE WHEN now AND NOT denies THEN claim.voice END) AS voices_now,
         count(DISTINCT CASE WHEN NOT now AND NOT denies THEN claim.voice END) AS voices_prior,
         count(DISTINCT CASE WHEN now AND denies THEN claim.voice END) AS denials_now
}
WITH tie, voices_now, voices_prior, denials_now
ORDER BY voices_now + denials_now DESC, voices_prior DESC, tie.id
LIMIT $limit
RETURN tie.id AS tie, tie.actor AS actor, tie.recipient AS recipient, voices_now, voices_prior, denials_now,
       COUNT {
         MATCH (tie)<-[:DENIES]-()<-[:ASSERTS]-(old:Claim)
         WHERE $lens IN old.lenses AND old.known_on < $since
       } AS denials_before
ORDER BY voices_now + denials_now DESC, voices_prior DESC, tie
