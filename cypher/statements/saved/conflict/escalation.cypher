// Escalation: conflict by month
// :title id Eskalasi: konflik menurut bulan
// Events of verbal and material conflict per month, without appeals and requests for help, for all actors or the selected ones.
// Only events that the news dates to the month or closer.
// :param entities entities = null  Only events with one of these as actor or recipient
// :use level lens known_by since until
// :returns chart line month events word_or_deed
// :columns month string, word_or_deed word_or_deed, events integer, voices integer
MATCH (claim:Claim)-[:ASSERTS]->(event:Event)
WHERE claim.date >= coalesce($since, '0000')
  AND claim.date <= coalesce($until, '9999')
  AND event.quad >= 3 AND coalesce(event.sign, 'conflict') = 'conflict' AND event.status = 'actual' AND size(claim.date) > 4
  AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($entities IS NULL
       OR EXISTS {
         MATCH (actor)-[part:ACTS_IN]->(event)
         WHERE actor.id IN $entities
            OR $level <> 'actor' AND coalesce(part.acts_for, actor.acts_for) IN $entities
       }
       OR EXISTS {
         MATCH (event)-[part:ADDRESSES]->(recipient)
         WHERE recipient.id IN $entities
            OR $level <> 'actor' AND coalesce(part.acts_for, recipient.acts_for) IN $entities
       }
       OR $level = 'bloc' AND EXISTS {
         MATCH (event)-[:FORMS]->(tie:Tie {level: 'bloc'}) WHERE tie.actor IN $entities OR tie.recipient IN $entities
       })
WITH substring(claim.date, 0, 7) AS month, event, claim
RETURN month, CASE event.quad WHEN 3 THEN 'verbal conflict' ELSE 'material conflict' END AS word_or_deed,
       count(DISTINCT event.id) AS events, count(DISTINCT claim.voice) AS voices
ORDER BY month, word_or_deed
