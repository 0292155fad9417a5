// The curve of an actor
// Claims of cooperation and conflict per month, of events that the news dates to the month or closer.
// :param entity entity  The entity
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :returns table
// :part ties_of_side
MATCH (tie)<-[:FORMS]-(assertion:Event)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND claim.date IS NOT NULL AND size(claim.date) > 4
WITH DISTINCT tie.sign AS sign, assertion AS event, claim
// :part return_months
