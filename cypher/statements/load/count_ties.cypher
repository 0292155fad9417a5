// Count the claims of ties for each lens, and store the counts on the ties
// The lists are parallel to `lenses`; an entry of `event_types` is "CONSULT 3,AID 1". `version` grows if a count
// changes or `renewed` is true: a claim's date can change without changing any count.
// `denied` counts the claims that deny the tie, `planned` those of planned events, `months` those of each month of their
// dates ("2014-01 3,2014-02 1"; "2014 1" if only the year is known). `own_voices` are those that no other tie of the level
// has: of claims of data sets about an event of two parties. `own_types` are as many of each entry of `event_types`.
// `known_from` and `known_until` are the first and the last day on which one of its claims became known.
// A tie of events is directed if one of them has a recipient, or mediators at its beginning.
// The lock is set first, so that transactions wait for each other on databases that do not detect conflicts
// themselves.
// :param assertions ids = null  Count the ties of these events and relations
// :param ties ids = null  Count these ties
// :param renewed boolean = true  Whether the claims behind them changed
// :returns table
// :record CountedTies ties integer, changed integer, counted [id]
CALL () {
  UNWIND $assertions AS id
  MATCH (:Event {id: id})-[:FORMS|DENIES]->(tie:Tie) RETURN tie
  UNION
  UNWIND $assertions AS id
  MATCH (:Relation {id: id})-[:FORMS]->(tie:Tie) RETURN tie
  UNION
  UNWIND $ties AS id
  MATCH (tie:Tie {id: id}) RETURN tie
}
WITH tie
ORDER BY tie.id
SET tie.lock = true
REMOVE tie.lock
WITH collect(tie) AS ties
UNWIND ties AS tie
CALL (tie) {
  MATCH (tie)<-[:FORMS]-(assertion)<-[:ASSERTS]-(claim:Claim)
  WITH claim, coalesce(assertion.status, 'actual') = 'planned' AS planned, assertion.mode IS NOT NULL
    AND EXISTS {
      MATCH (assertion)<-[part:MEDIATES]-(mediator)
      WHERE tie.actor IN [mediator.id, coalesce(part.acts_for, mediator.acts_for), part.bloc]
    } AS mediates,
    CASE WHEN claim.extractor STARTS WITH 'data+' AND NOT EXISTS { MATCH (claim)-[:EXTRACTED_AS]->() }
      THEN coalesce(size(assertion.own_actors), COUNT { MATCH (assertion)<-[:ACTS_IN]-() })
        + coalesce(size(assertion.own_recipients), COUNT { MATCH (assertion)-[:ADDRESSES]->() })
        + COUNT { MATCH (assertion)<-[:MEDIATES]-() } < 3
      ELSE false END AS own
  UNWIND claim.lenses AS lens
  WITH lens, claim.event_type AS event_type, count(CASE WHEN mediates THEN 1 END) AS mediations,
       count(CASE WHEN planned THEN 1 END) AS planned,
       count(*) AS claims, collect(DISTINCT claim.voice) AS voices,
       count(DISTINCT CASE WHEN own THEN claim.voice END) AS own, collect(left(claim.date, 7)) AS dated,
       min(claim.date) AS first_date, max(claim.date) AS last_date,
       max(claim.not_after) AS bound, min(claim.known_on) AS known_from, max(claim.known_on) AS known_until,
       count(CASE WHEN claim.verdict = 'verified' THEN 1 END) AS verified,
       count(CASE WHEN claim.verdict = 'rejected' THEN 1 END) AS rejected,
       count(CASE WHEN claim.verdict = 'unsure' THEN 1 END) AS unsure,
       count(CASE WHEN claim.verdict = 'none' THEN 1 END) AS unjudged,
       count(CASE WHEN claim.extractor STARTS WITH 'analyst+' THEN 1 END) AS by_hand
  ORDER BY lens, claims DESC, event_type
  WITH lens, sum(claims) AS claims, sum(mediations) AS mediations,
       collect(event_type + ' ' + toString(claims)) AS counted,
       sum(own) AS own_voices, collect(toString(own)) AS owned,
       reduce(every = [], some IN collect(dated) | every + some) AS dated,
       reduce(every = [], some IN collect(voices) | every + some) AS heard,
       coalesce(min(first_date), '') AS first_date, coalesce(max(last_date), '') AS last_date, coalesce(max(bound), '') AS bound,
       coalesce(min(known_from), '') AS known_from, coalesce(max(known_until), '') AS known_until,
       sum(verified) AS verified, sum(rejected) AS rejected, sum(unsure) AS unsure, sum(unjudged) AS unjudged,
       sum(planned) AS planned, sum(by_hand) AS by_hand
  WITH lens, claims, mediations, first_date, last_date, bound, known_from, known_until,
       verified, rejected, unsure, unjudged, planned, by_hand, own_voices,
       substring(reduce(line = '', one IN owned | line + ',' + one), 1) AS own_types,
       COUNT { UNWIND heard AS voice RETURN DISTINCT voice } AS voices,
       COLLECT {
         UNWIND dated AS month
         WITH month, count(*) AS times
         ORDER BY month
         RETURN month + ' ' + toString(times)
       } AS by_month,
       substring(reduce(line = '', one IN counted | line + ',' + one), 1) AS event_types
  WITH *, substring(reduce(line = '', one IN by_month | line + ',' + one), 1) AS months
  ORDER BY lens
  RETURN collect(lens) AS lenses, collect(claims) AS claims, collect(voices) AS voices,
         collect(first_date) AS first_dates, collect(last_date) AS last_dates, collect(bound) AS bounds,
         collect(event_types) AS event_types, collect(mediations) AS mediations,
         collect(verified) AS verified, collect(unsure) AS unsure, collect(unjudged) AS unjudged,
         collect(planned) AS planned, collect(by_hand) AS by_hand,
         collect(own_voices) AS own_voices, collect(own_types) AS own_types, collect(months) AS months,
         collect(known_from) AS known_from, collect(known_until) AS known_until,
         sum(CASE WHEN lens = 'all' THEN rejected ELSE 0 END) AS rejected
}
CALL (tie, lenses) {
  UNWIND lenses AS lens
  WITH lens, COUNT {
    MATCH (tie)<-[:DENIES]-(:Event)<-[:ASSERTS]-(denial:Claim) WHERE lens IN denial.lenses
  } AS denied
  ORDER BY lens
  RETURN collect(denied) AS denied
}
WITH *, CASE WHEN tie.relation_type IS NULL
  THEN EXISTS { MATCH (tie)<-[:FORMS|DENIES]-(event:Event)-[:ADDRESSES]->() WHERE size(event.lenses) > 0 }
    OR EXISTS {
      MATCH (tie)<-[:FORMS|DENIES]-(event:Event)<-[part:MEDIATES]-(mediator)
      WHERE size(event.lenses) > 0 AND tie.actor IN [mediator.id, coalesce(part.acts_for, mediator.acts_for), part.bloc]
    }
  ELSE tie.directed END AS directed
WITH *, coalesce(tie.directed = directed AND tie.lenses = lenses AND tie.claims = claims AND tie.voices = voices
  AND tie.event_types = event_types AND tie.mediations = mediations AND tie.first_dates = first_dates AND tie.last_dates = last_dates
  AND tie.bounds = bounds
  AND tie.verified = verified
  AND tie.rejected = rejected AND tie.unsure = unsure AND tie.unjudged = unjudged
  AND tie.planned = planned AND tie.denied = denied
  AND coalesce(tie.by_hand, [each IN lenses | 0]) = by_hand
  AND tie.months = months AND tie.own_voices = own_voices AND tie.own_types = own_types
  AND tie.known_from = known_from AND tie.known_until = known_until, false) AS known
SET tie.version = coalesce(tie.version, 0) + CASE WHEN known AND NOT $renewed THEN 0 ELSE 1 END,
    tie.directed = directed, tie.lenses = lenses, tie.claims = claims, tie.voices = voices,
    tie.event_types = event_types, tie.mediations = mediations, tie.first_dates = first_dates, tie.last_dates = last_dates, tie.bounds = bounds,
    tie.verified = verified,
    tie.rejected = rejected, tie.unsure = unsure, tie.unjudged = unjudged,
    tie.planned = planned, tie.denied = denied, tie.by_hand = by_hand,
    tie.months = months, tie.own_voices = own_voices, tie.own_types = own_types,
    tie.known_from = known_from, tie.known_until = known_until
RETURN count(tie) AS ties, count(CASE WHEN NOT known THEN 1 END) AS changed, collect(tie.id) AS counted
