// All ties of the level that the lens shows, with the place of the lens in their counts
// Leaves tie and `at`, the index of the lens in the tie's lists; conditions may follow with AND.
MATCH (tie:Tie)
WHERE tie.level = $level
// :part place_of_lens
