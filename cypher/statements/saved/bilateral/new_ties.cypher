// New ties since a day
// :title id Hubungan baru sejak suatu hari
// Ties that were first reported on that day or later, without an event that the news dates before it.
// :param since date  The day
// :use level lens known_by sign
// :param limit integer = 60  Maximum number of ties
// :returns graph
MATCH (recent:Claim)
WHERE recent.known_on >= $since AND $lens IN recent.lenses AND ($known_by IS NULL OR recent.known_on <= $known_by)
MATCH (recent)-[:ASSERTS]->()-[:FORMS]->(tie:Tie {level: $level})
WHERE $sign IS NULL OR tie.sign = $sign
WITH DISTINCT tie
// :part place_of_lens
  AND NOT ($known_by IS NULL AND tie.first_dates[at] <> '' AND tie.first_dates[at] < $since)
  AND NOT EXISTS {
    MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(former:Claim)
    WHERE $lens IN former.lenses AND ($known_by IS NULL OR former.known_on <= $known_by)
      AND (former.known_on < $since OR former.date < $since)
  }
// :part first_by_counts
// :part claims_of_ties
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
