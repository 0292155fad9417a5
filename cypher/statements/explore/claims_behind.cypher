// Claims behind several ties, for a page that holds them all
// The newest claims of each tie, at most `each`, with their sentence and source. `all_claims` is their full number.
// Claims that deny a tie have the status negated.
// :param ids ids  The ties
// :use lens known_by event_types statuses since until publishers languages speakers least_confidence
// :param each integer = 20  Maximum number of claims of one tie
// :param limit integer = 10000  Maximum number of claims of all ties
// :returns table
// :record ClaimBehind tie id, actor_name name, recipient_name name, directed boolean, sign sign,
//    relation_type event_type?, all_claims integer, claim id, event id, document id, event_type event_type,
//    mode string?, quad integer?, status status?,
//    date moment?, date_precision string?, not_after date?, sentence string, title string?, publisher string?,
//    url string?, published_on date?, published_precision string?, published_guessed boolean,
//    attribution_name name?, confidence number, extractor string, verdict verdict, source_grade string?, information_grade integer?
UNWIND $ids AS id
MATCH (tie:Tie {id: id})<-[:FORMS|DENIES]-(assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH tie, claim
ORDER BY tie.id, coalesce(claim.placed_from, '') DESC, claim.id
WITH tie, count(claim) AS all_claims, collect(claim.id)[..$each] AS newest
UNWIND newest AS one
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (claim:Claim {id: one})-[:ASSERTS]->(assertion)
MATCH (claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker)
RETURN tie.id AS tie, actor.name AS actor_name, recipient.name AS recipient_name, tie.directed AS directed,
       tie.sign AS sign, tie.relation_type AS relation_type, all_claims, claim.id AS claim,
       assertion.id AS event, document.id AS document, claim.event_type AS event_type, assertion.mode AS mode,
       assertion.quad AS quad, assertion.status AS status, claim.date AS date,
       CASE WHEN claim.date IS NULL THEN 'unknown' ELSE assertion.date_precision END AS date_precision,
       claim.not_after AS not_after, coalesce(claim.said, sentence.text) AS sentence, document.title AS title,
       document.publisher AS publisher, document.url AS url, document.published_on AS published_on,
       document.published_precision AS published_precision,
       coalesce(document.published_guessed, false) AS published_guessed, speaker.name AS attribution_name,
       claim.confidence AS confidence, claim.extractor AS extractor, claim.verdict AS verdict,
       coalesce(claim.source_grade, document.source_grade) AS source_grade,
       claim.information_grade AS information_grade
ORDER BY tie, coalesce(date, published_on, '') DESC, claim
LIMIT $limit
