// The sides of a pair of entities: what they count for at the level that is asked for
// Leaves near and far, lists of ids, in one row for each direction; `forth` says whether near is the first entity.
// The people of a state are on its side.
UNWIND [$first, $second] AS asked
// :part counts_for
WITH collect(CASE WHEN people IS NULL THEN [meant] ELSE [meant, people] END) AS sides
UNWIND [[0, 1], [1, 0]] AS way
WITH sides[way[0]] AS near, sides[way[1]] AS far, way[0] = 0 AS forth
