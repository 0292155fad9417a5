// The two entities of a question at the level that is asked for
// Leaves one and other, the ids of what $first and $second count for.
UNWIND [$first, $second] AS asked
// :part counts_for
WITH collect(meant) AS pair
WITH pair[0] AS one, pair[1] AS other
