// Who mediates between two actors according to the news
// Those who broker, host or carry messages in an event that ties them to both.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param limit integer = 50  Maximum number of mediators
// :returns table
// :record Mediator entity id, name name, claims integer
// :part lifted_pair
MATCH (tie:Tie {recipient: one, level: $level})
WHERE tie.sign = 'cooperation' AND $lens IN tie.lenses AND NOT tie.actor IN [one, other]
MATCH (tie)<-[:FORMS]-(assertion:Event)<-[part:MEDIATES]-(mediator)
WHERE tie.actor IN [mediator.id, coalesce(part.acts_for, mediator.acts_for), part.bloc]
  AND EXISTS { MATCH (assertion)-[:FORMS]->(:Tie {actor: tie.actor, recipient: other, level: $level}) }
MATCH (assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (tie)<-[:INITIATES]-(found)
RETURN found.id AS entity, found.name AS name, count(DISTINCT claim) AS claims
ORDER BY claims DESC, entity
LIMIT $limit
