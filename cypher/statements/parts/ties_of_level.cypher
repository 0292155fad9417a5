// All ties of the level that the lens shows, with the place of the lens in their counts
// Leaves tie and `at`, the index of the lens in the tie's lists.
MATCH (tie:Tie)
WHERE tie.level = $level AND $lens IN tie.lenses
WITH tie, [i IN range(0, size(tie.lenses) - 1) WHERE tie.lenses[i] = $lens][0] AS at
