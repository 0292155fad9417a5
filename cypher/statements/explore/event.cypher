// One event with its parties
// :param event id  The event
// :param lens lens = trusted  Which claims are counted
// :use level known_by
// :returns table
// :columns event id, event_type event_type, mode string?, quad quad, intensity number, status status,
//    date date?, date_precision string?, not_after date?, actors [Party], recipients [Party],
//    mediators [Party], places [Party], ties [id],
//    claims integer
MATCH (event:Event {id: $event})
RETURN event.id AS event, event.event_type AS event_type, event.mode AS mode, event.quad AS quad,
       event.intensity AS intensity, event.status AS status, event.date AS date,
       event.date_precision AS date_precision, event.not_after AS not_after,
       COLLECT { MATCH (entity)-[:ACTS_IN]->(event) RETURN {id: entity.id, name: entity.name, kind: entity.kind}
                 ORDER BY entity.id } AS actors,
       COLLECT { MATCH (event)-[:ADDRESSES]->(entity) RETURN {id: entity.id, name: entity.name, kind: entity.kind}
                 ORDER BY entity.id } AS recipients,
       COLLECT { MATCH (entity)-[:MEDIATES]->(event) RETURN {id: entity.id, name: entity.name, kind: entity.kind}
                 ORDER BY entity.id } AS mediators,
       COLLECT { MATCH (event)-[:TAKES_PLACE_IN]->(entity)
                 RETURN {id: entity.id, name: entity.name, kind: entity.kind} ORDER BY entity.id } AS places,
       COLLECT { MATCH (event)-[:FORMS]->(tie:Tie {level: $level}) RETURN tie.id ORDER BY tie.id } AS ties,
       COUNT { MATCH (claim:Claim)-[:ASSERTS]->(event) WHERE $lens IN claim.lenses
         AND ($known_by IS NULL OR claim.known_on <= $known_by) } AS claims
