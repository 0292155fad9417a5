// Relations of one actor over time
// :title id Hubungan satu pihak dari waktu ke waktu
// Claims of cooperation and conflict between an actor and all others per month, with their mean intensity
// (from -10, war, to +10, material help), in both directions.
// Only events that the news dates to the month or closer.
// :param entity entity  The actor
// :use level lens known_by since until
// :returns chart bar month claims sign
// :part ties_of_side
MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.date >= $since)
  AND ($until IS NULL OR claim.date <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by) AND claim.date IS NOT NULL
  AND size(claim.date) > 4
WITH DISTINCT tie.sign AS sign, event, claim
// :part return_months
