// Ties with news in a period
// Counts the independent voices that became known in the period, and those in the period before.
// :param earlier date  First day of the period before, inclusive
// :param since date  First day of the period, inclusive
// :param until date = null  Last day of the period, inclusive
// :use level lens known_by
// :param limit integer = 300  Maximum number of ties
// :returns table
// :record StirredTie tie id, actor id, recipient id, voices_now integer, voices_prior integer,
//    denials_now integer, denials_before integer
MATCH (claim:Claim)
WHERE claim.known_on >= $earlier AND claim.known_on <= coalesce($until, '9999')
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (assertion)-[link:FORMS|DENIES]->(tie:Tie {level: $level})
WITH tie, claim, type(link) = 'DENIES' AS denies, claim.known_on >= $since AS now
WITH tie,
     count(DISTINCT CASE WHEN now AND NOT denies THEN claim.voice END) AS voices_now,
     count(DISTINCT CASE WHEN NOT now AND NOT denies THEN claim.voice END) AS voices_prior,
     count(DISTINCT CASE WHEN now AND denies THEN claim.voice END) AS denials_now
RETURN tie.id AS tie, tie.actor AS actor, tie.recipient AS recipient, voices_now, voices_prior, denials_now,
       COUNT {
         MATCH (tie)<-[:DENIES]-()<-[:ASSERTS]-(old:Claim)
         WHERE $lens IN old.lenses AND old.known_on < $since
       } AS denials_before
ORDER BY voices_now + denials_now DESC, voices_prior DESC, tie
LIMIT $limit
