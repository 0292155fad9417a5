// Claims that support or deny a tie, newest first
// Each with its sentence, the entities named in it, the sentences before and after, and the speaker.
// Claims that deny the tie have the status negated: they say that such an event did not happen.
// :param tie id  The tie
// :use lens known_by event_types statuses since until
// :param skip integer = 0  Number of the newest claims to skip
// :param limit integer = 50  Maximum number of claims
// :returns table
MATCH (:Tie {id: $tie})<-[:FORMS|DENIES]-(assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH assertion, claim
ORDER BY coalesce(claim.date, '') DESC, claim.id
SKIP $skip
LIMIT $limit
MATCH (claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
OPTIONAL MATCH (prior:Sentence)-[:OF]->(document) WHERE prior.index = sentence.index - 1
OPTIONAL MATCH (next:Sentence)-[:OF]->(document) WHERE next.index = sentence.index + 1
RETURN claim.id AS claim, assertion.id AS event, claim.event_type AS event_type, assertion.mode AS mode,
       assertion.quad AS quad, assertion.status AS status, assertion.role AS role, assertion.date AS date,
       assertion.date_precision AS date_precision,
       sentence.text AS sentence, sentence.start AS sentence_start, prior.text AS before, next.text AS after,
       claim.trigger_start AS trigger_start, claim.trigger_end AS trigger_end,
       COLLECT {
         MATCH (sentence)-[mention:MENTIONS]->(entity)
         RETURN {start: mention.start, end: mention.end, entity: entity.id, name: entity.name, kind: entity.kind}
         ORDER BY mention.start, entity.id
       } AS mentions,
       document.id AS document, document.title AS title, document.publisher AS publisher, document.url AS url,
       document.published_on AS published_on, document.language AS language,
       speaker.id AS attribution, speaker.name AS attribution_name,
       claim.confidence AS confidence, claim.extractor AS extractor, claim.reasons AS reasons,
       claim.verdict AS verdict, claim.judged_confidence AS judged_confidence, claim.tags AS tags,
       claim.source_grade AS source_grade, claim.information_grade AS information_grade,
       claim.version AS version, claim.voice AS voice,
       coalesce(origin.event_type, origin.relation_type) AS extracted_type,
       COLLECT {
         MATCH (entity)-[:ACTS_IN|SUBJECT_OF]->(origin) RETURN {id: entity.id, name: entity.name} ORDER BY entity.id
       } AS extracted_actors,
       COLLECT {
         MATCH (origin)-[:ADDRESSES|HAS_OBJECT]->(entity) RETURN {id: entity.id, name: entity.name} ORDER BY entity.id
       } AS extracted_recipients
ORDER BY coalesce(date, published_on, '') DESC, claim
