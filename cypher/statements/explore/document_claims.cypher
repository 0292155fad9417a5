// The claims of a document, in order
// :param document id  The document
// :use level lens known_by
// :returns table
// :record DocumentClaim claim id, event id, event_type event_type, mode string?, quad quad?, status status?,
//    role string?, date moment?, date_precision string?, not_after date?, sentence id, trigger_start integer,
//    trigger_end integer, attribution id?, attribution_name name?, confidence number, extractor string,
//    reasons [string], verdict verdict, version integer, actors [EntityName], recipients [EntityName],
//    mediators [EntityName], ties [id]
MATCH (document:Document {id: $document})<-[:OF]-(sentence:Sentence)<-[:IN]-(claim:Claim)-[:ASSERTS]->(assertion)
WHERE $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker)
RETURN claim.id AS claim, assertion.id AS event, claim.event_type AS event_type, assertion.mode AS mode,
       assertion.quad AS quad, assertion.status AS status, assertion.role AS role, claim.date AS date,
       CASE WHEN claim.date IS NULL THEN 'unknown' ELSE assertion.date_precision END AS date_precision,
       claim.not_after AS not_after, sentence.id AS sentence,
       claim.trigger_start AS trigger_start, claim.trigger_end AS trigger_end,
       speaker.id AS attribution, speaker.name AS attribution_name, claim.confidence AS confidence,
       claim.extractor AS extractor, claim.reasons AS reasons, claim.verdict AS verdict, claim.version AS version,
       COLLECT {
         MATCH (entity)-[:ACTS_IN|SUBJECT_OF]->(assertion) RETURN {id: entity.id, name: entity.name} ORDER BY entity.id
       } AS actors,
       COLLECT {
         MATCH (assertion)-[:ADDRESSES|HAS_OBJECT]->(entity) RETURN {id: entity.id, name: entity.name} ORDER BY entity.id
       } AS recipients,
       COLLECT {
         MATCH (entity)-[:MEDIATES]->(assertion) RETURN {id: entity.id, name: entity.name} ORDER BY entity.id
       } AS mediators,
       COLLECT { MATCH (assertion)-[:FORMS]->(tie:Tie {level: $level}) RETURN tie.id ORDER BY tie.id } AS ties
ORDER BY trigger_start, claim
