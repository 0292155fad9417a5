// Announced events not yet reported to have happened
// :title id Peristiwa yang diumumkan, tetapi belum dilaporkan terjadi
// Planned events without a later dated event of the same type by one of the same actors. A plan without a date is
// held against events after its report. `undated_reports` counts later reports of such an event that name no date.
// :use lens known_by since until
// :param limit integer = 50  Maximum number of events
// :returns table
// :columns date moment?, event_type event_type, actors [name], recipients [name], voices integer,
//    undated_reports integer, sentence string, event id
MATCH (plan:Event {status: 'planned'})<-[:ASSERTS]-(claim:Claim)-[:IN]->(sentence:Sentence)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH plan, min(claim.date) AS date, min(claim.placed_from) AS planned, count(DISTINCT claim.voice) AS voices, min(coalesce(claim.said, sentence.text)) AS sentence
WHERE NOT EXISTS {
  MATCH (plan)<-[:ACTS_IN]-(actor)-[:ACTS_IN]->(done:Event)<-[:ASSERTS]-(known:Claim)
  WHERE done.event_type = plan.event_type AND done.status = 'actual'
    AND $lens IN known.lenses AND ($known_by IS NULL OR known.known_on <= $known_by)
    AND known.date >= planned
}
RETURN date, plan.event_type AS event_type,
       COLLECT { MATCH (actor)-[:ACTS_IN]->(plan) RETURN actor.name ORDER BY actor.id } AS actors,
       COLLECT { MATCH (plan)-[:ADDRESSES]->(recipient) RETURN recipient.name ORDER BY recipient.id } AS recipients,
       voices,
       COUNT {
         MATCH (plan)<-[:ACTS_IN]-(actor)-[:ACTS_IN]->(done:Event)<-[:ASSERTS]-(known:Claim)
         WHERE done.event_type = plan.event_type AND done.status = 'actual' AND known.not_after >= planned
           AND $lens IN known.lenses AND ($known_by IS NULL OR known.known_on <= $known_by)
         RETURN DISTINCT known.id
       } AS undated_reports,
       sentence, plan.id AS event
ORDER BY coalesce(date, '') DESC, event
LIMIT $limit
