// The claims of the pairs with most voices, by the month, quarter or year of their dates
// Only dates to the month or closer count, for years also those to the year. Returns one row for each period and pair.
// :part voices_of_ties
WITH CASE WHEN tie.actor < tie.recipient THEN tie.actor ELSE tie.recipient END AS first,
     CASE WHEN tie.actor < tie.recipient THEN tie.recipient ELSE tie.actor END AS second,
     sum(voices) AS voices, collect(tie) AS ties
WITH first, second, voices, ties
ORDER BY voices DESC, first, second
LIMIT $pairs
// :part name_pair
UNWIND ties AS tie
MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
WHERE $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND claim.date IS NOT NULL AND (size(claim.date) > 4 OR $by = 'year')
  AND ($since IS NULL OR claim.date >= $since) AND ($until IS NULL OR claim.date <= $until)
WITH first, second, first_name, second_name, tie.sign AS sign,
     CASE $by WHEN 'year' THEN substring(claim.date, 0, 4) WHEN 'month' THEN substring(claim.date, 0, 7)
       ELSE substring(claim.date, 0, 4) + '-Q' + toString((toInteger(substring(claim.date, 5, 2)) + 2) / 3) END AS period
RETURN period, first, second, first_name, second_name, sum(CASE WHEN sign = 'cooperation' THEN 1 ELSE 0 END) AS cooperation,
       sum(CASE WHEN sign = 'conflict' THEN 1 ELSE 0 END) AS conflict
ORDER BY period, first, second
