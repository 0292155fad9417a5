// Claims with their sentences, as the evidence of a tie shows them
// Expects claim and assertion (the event or relation that it asserts). A claim of a data set has its words for
// a sentence, if it gives no text; the sentences before and after are of other events. The grade of the source is
// that of the verdict, else that of the source from which the document came in.
// :record EvidenceClaim claim id, event id, extracted id, event_type event_type, mode string?, quad quad?,
//    status status?, role string?, date moment?, date_precision string?, not_after date?, sentence string,
//    sentence_start integer, before string?, after string?, trigger_start integer, trigger_end integer,
//    mentions [MentionedEntity], document id, title string?, publisher string?, url string?,
//    published_on date?, published_precision string?, published_guessed boolean, language string, attribution id?, attribution_name name?, confidence number,
//    extractor string, reasons [string], verdict verdict, judged_confidence number?, tags [string],
//    source_grade string?, information_grade integer?, version integer, voice id, extracted_type event_type?,
//    extracted_actors [EntityName], extracted_recipients [EntityName],
//    extracted_mediators [EntityName], mediators [EntityName], code string?, coded string?, place string?, fatalities integer?
MATCH (claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
OPTIONAL MATCH (prior:Sentence)-[:OF]->(document) WHERE document.dataset IS NULL AND prior.index = sentence.index - 1
OPTIONAL MATCH (next:Sentence)-[:OF]->(document) WHERE document.dataset IS NULL AND next.index = sentence.index + 1
RETURN claim.id AS claim, assertion.id AS event, coalesce(origin.id, assertion.id) AS extracted,
       claim.event_type AS event_type, assertion.mode AS mode,
       assertion.quad AS quad, assertion.status AS status, assertion.role AS role, claim.date AS date,
       CASE WHEN claim.date IS NULL THEN 'unknown' ELSE assertion.date_precision END AS date_precision,
       claim.not_after AS not_after,
       coalesce(claim.said, sentence.text) AS sentence, sentence.start AS sentence_start, prior.text AS before, next.text AS after,
       claim.trigger_start AS trigger_start, claim.trigger_end AS trigger_end,
       COLLECT {
         MATCH (sentence)-[mention:MENTIONS]->(entity)
         RETURN {start: mention.start, end: mention.end, entity: entity.id, name: entity.name, kind: entity.kind}
         ORDER BY mention.start, entity.id
       } AS mentions,
       document.id AS document, document.title AS title, document.publisher AS publisher, document.url AS url,
       document.published_on AS published_on, document.published_precision AS published_precision, coalesce(document.published_guessed, false) AS published_guessed,
       document.language AS language,
       speaker.id AS attribution, speaker.name AS attribution_name,
       claim.confidence AS confidence, claim.extractor AS extractor, claim.reasons AS reasons,
       claim.verdict AS verdict, claim.judged_confidence AS judged_confidence, claim.tags AS tags,
       coalesce(claim.source_grade, document.source_grade) AS source_grade, claim.information_grade AS information_grade,
       claim.version AS version, claim.voice AS voice,
       coalesce(origin.event_type, origin.relation_type) AS extracted_type,
       COLLECT {
         MATCH (entity)-[:ACTS_IN|SUBJECT_OF]->(origin) RETURN {id: entity.id, name: entity.name} ORDER BY entity.id
       } AS extracted_actors,
       COLLECT {
         MATCH (origin)-[:ADDRESSES|HAS_OBJECT]->(entity) RETURN {id: entity.id, name: entity.name} ORDER BY entity.id
       } AS extracted_recipients,
       COLLECT {
         MATCH (entity)-[:MEDIATES]->(origin) RETURN {id: entity.id, name: entity.name} ORDER BY entity.id
       } AS extracted_mediators,
       COLLECT {
         MATCH (entity)-[:MEDIATES]->(assertion) RETURN {id: entity.id, name: entity.name} ORDER BY entity.id
       } AS mediators,
       claim.code AS code, claim.coded AS coded, claim.place AS place, claim.fatalities AS fatalities
