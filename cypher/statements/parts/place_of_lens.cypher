// The place of the lens in the counts of a tie
// Expects tie; leaves it with `at`, the index of the lens in the tie's lists. Ties that the lens does not show
// go; more conditions may follow with AND. Most ties have three lenses: to compare these one by one takes half of the
// time of a search.
WITH tie, tie.lenses AS lenses
WITH tie, CASE $lens WHEN lenses[0] THEN 0 WHEN lenses[1] THEN 1 WHEN lenses[2] THEN 2
  ELSE [i IN range(3, size(lenses) - 1) WHERE lenses[i] = $lens][0] END AS at
WHERE at IS NOT NULL
