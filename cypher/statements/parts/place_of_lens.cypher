// The place of the lens in the counts of a tie
// Expects tie; leaves it with `at`, the index of the lens in the tie's lists. Ties that the lens does not show
// go; more conditions may follow with AND.
WITH tie, [i IN range(0, size(tie.lenses) - 1) WHERE tie.lenses[i] = $lens][0] AS at
WHERE at IS NOT NULL
