// What the curve of two actors leaves out
// Claims of the same events as in `explore/months_between` that the news dates to no month.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by event_types statuses since until publishers languages speakers least_confidence
// :returns table
// :record NotOnCurve undated integer, of_year integer
// :part sides_of_pair
UNWIND near AS id
MATCH (tie:Tie {actor: id, level: $level})
WHERE tie.recipient IN far AND $lens IN tie.lenses AND tie.sign <> 'relation'
MATCH (tie)<-[:FORMS]-(assertion:Event)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT claim
// :part count_not_on_curve
