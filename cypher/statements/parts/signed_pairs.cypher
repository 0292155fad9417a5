// The pairs of entities with most voices of cooperation and conflict
// From stored counts if no day is asked, else counted from the claims. The voices of a pair are the sum of those of its
// ties. Leaves first and second (ids, the lesser first), cooperation and conflict (voices), for at most $pairs pairs.
// :part voices_of_ties
WITH CASE WHEN tie.actor < tie.recipient THEN tie.actor ELSE tie.recipient END AS first,
     CASE WHEN tie.actor < tie.recipient THEN tie.recipient ELSE tie.actor END AS second,
     sum(CASE WHEN tie.sign = 'cooperation' THEN voices ELSE 0 END) AS cooperation,
     sum(CASE WHEN tie.sign = 'conflict' THEN voices ELSE 0 END) AS conflict
WITH first, second, cooperation, conflict
ORDER BY cooperation + conflict DESC, first, second
LIMIT $pairs
