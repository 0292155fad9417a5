// Ties that new claims form or deny, with their stored counts
// The claims came in since a moment. The counts are null if the lens does not show the tie: it may only be denied.
// :param since string  ISO date and time, UTC
// :use level lens
// :returns table
// :record StatedTie claim id, tie id, actor id, recipient id, sign sign, denies boolean, claims integer?,
//    voices integer?, denied integer?, last_date moment?
// :part came_in
WHERE $lens IN claim.lenses
MATCH (assertion)-[link:FORMS|DENIES]->(tie:Tie)
WHERE tie.level = $level
WITH claim, tie, type(link) = 'DENIES' AS denies,
     [i IN range(0, size(tie.lenses) - 1) WHERE tie.lenses[i] = $lens][0] AS at
RETURN claim.id AS claim, tie.id AS tie, tie.actor AS actor, tie.recipient AS recipient, tie.sign AS sign, denies,
       CASE WHEN at IS NOT NULL THEN tie.claims[at] END AS claims,
       CASE WHEN at IS NOT NULL THEN tie.voices[at] END AS voices,
       CASE WHEN at IS NOT NULL THEN coalesce(tie.denied[at], 0) END AS denied,
       CASE WHEN at IS NOT NULL THEN nullIf(tie.last_dates[at], '') END AS last_date
