// Relations of two actors over time
// :title id Hubungan dua pihak dari waktu ke waktu
// Claims of cooperation and conflict between two actors per month, with their mean intensity
// (from -10, war, to +10, material help), in both directions.
// Only events that the news dates to the month or closer.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by since until
// :returns chart bar month claims sign
// :part sides_of_pair
UNWIND near AS id
MATCH (tie:Tie {actor: id, level: $level})
WHERE tie.recipient IN far AND $lens IN tie.lenses
  AND tie.sign <> 'relation'
MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.date >= $since)
  AND ($until IS NULL OR claim.date <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by) AND claim.date IS NOT NULL
  AND size(claim.date) > 4
WITH DISTINCT tie.sign AS sign, event, claim
// :part return_months
