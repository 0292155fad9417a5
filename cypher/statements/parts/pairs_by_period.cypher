// The claims of the pairs with most voices, by the month, quarter or year of their dates
// Only dates to the month or closer count, for years also those to the year. Returns one row for each period and pair.
// From the counts of months that ties store if no period and no day is asked, else from the claims.
// :part voices_of_ties
WITH CASE WHEN tie.actor < tie.recipient THEN tie.actor ELSE tie.recipient END AS first,
     CASE WHEN tie.actor < tie.recipient THEN tie.recipient ELSE tie.actor END AS second,
     sum(voices) AS voices, collect(tie) AS ties
WITH first, second, voices, ties
ORDER BY voices DESC, first, second
LIMIT $pairs
// :part name_pair
UNWIND ties AS tie
CALL (tie) {
  // :part if_all_claims_count
  // :part place_of_lens
  UNWIND [each IN split(tie.months[at], ',') WHERE each <> '' | split(each, ' ')] AS entry
  RETURN entry[0] AS month, toInteger(entry[1]) AS claims
  UNION ALL
  // :part if_some_claims_count
  MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
  WHERE $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
    AND ($since IS NULL OR claim.date >= $since) AND ($until IS NULL OR claim.date <= $until)
  RETURN left(claim.date, 7) AS month, count(*) AS claims
}
WITH first, second, first_name, second_name, tie.sign AS sign, month, claims
WHERE month IS NOT NULL AND (size(month) > 4 OR $by = 'year')
WITH first, second, first_name, second_name, sign, claims,
     CASE $by WHEN 'year' THEN substring(month, 0, 4) WHEN 'month' THEN month
       ELSE substring(month, 0, 4) + '-Q' + toString((toInteger(substring(month, 5, 2)) + 2) / 3) END AS period
RETURN period, first, second, first_name, second_name, sum(CASE WHEN sign = 'cooperation' THEN claims ELSE 0 END) AS cooperation,
       sum(CASE WHEN sign = 'conflict' THEN claims ELSE 0 END) AS conflict
ORDER BY period, first, second
