// What the curve of an actor leaves out
// Claims of the same events as in `explore/months_of` that the news dates to no month.
// :param entity entity  The actor
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :returns table
// :record NotOnCurve undated integer, of_year integer
// :part ties_of_side
MATCH (tie)<-[:FORMS]-(assertion:Event)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT claim
// :part count_not_on_curve
