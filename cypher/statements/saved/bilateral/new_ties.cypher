// New ties since a day
// :title id Hubungan baru sejak suatu hari
// Ties that were first reported on that day or later, without an event that the news dates before it.
// :param since date  The day
// :use level lens known_by sign
// :param limit integer = 60  Maximum number of ties
// :returns graph
// :part ties_of_level
  AND ($sign IS NULL OR tie.sign = $sign)
  AND tie.known_from[at] >= $since AND ($known_by IS NULL OR tie.known_from[at] <= $known_by)
  AND (tie.first_dates[at] = '' OR tie.first_dates[at] >= $since OR ($known_by IS NOT NULL AND NOT EXISTS {
    MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(former:Claim)
    WHERE $lens IN former.lenses AND former.known_on <= $known_by AND former.date < $since
  }))
// :part first_by_counts
// :part claims_of_ties
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
