// The ties of actors behind ties of states and bodies, or of states behind ties of blocs
// One row for each pair of such ties, with what both ends of the tie behind count for in the tie before it.
// :param ids ids  The ties at the level
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 600  Maximum number of pairs
// :returns table
// :record TieBehind tie id, behind id, actor id, actor_for id, recipient id, recipient_for id, voices integer
UNWIND $ids AS id
MATCH (tie:Tie {id: id, level: $level})<-[:FORMS]-(assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH tie, assertion, collect(DISTINCT claim.voice) AS heard
MATCH (assertion)-[:FORMS]->(behind:Tie {level: CASE $level WHEN 'bloc' THEN 'state' ELSE 'actor' END})
MATCH (behind)<-[:INITIATES]-(actor)
MATCH (behind)-[:REACHES]->(recipient)
WITH tie, behind, heard, actor, recipient,
     CASE $level
       WHEN 'bloc' THEN [each IN coalesce(actor.blocs, []) + [actor.id] WHERE each IN [tie.actor, tie.recipient]][0]
       ELSE COLLECT { MATCH (actor)-[part:ACTS_IN|ADDRESSES|MEDIATES|SUBJECT_OF|HAS_OBJECT]-(assertion)
                      RETURN coalesce(part.acts_for, actor.acts_for, actor.id) }[0]
     END AS actor_for,
     CASE $level
       WHEN 'bloc' THEN [each IN coalesce(recipient.blocs, []) + [recipient.id] WHERE each IN [tie.actor, tie.recipient]][0]
       ELSE COLLECT { MATCH (recipient)-[part:ACTS_IN|ADDRESSES|MEDIATES|SUBJECT_OF|HAS_OBJECT]-(assertion)
                      RETURN coalesce(part.acts_for, recipient.acts_for, recipient.id) }[0]
     END AS recipient_for
WHERE actor_for IN [tie.actor, tie.recipient] AND recipient_for IN [tie.actor, tie.recipient]
  AND actor_for <> recipient_for
UNWIND heard AS voice
RETURN tie.id AS tie, behind.id AS behind, actor.id AS actor, actor_for, recipient.id AS recipient, recipient_for,
       count(DISTINCT voice) AS voices
ORDER BY voices DESC, behind, tie, actor_for
LIMIT $limit
