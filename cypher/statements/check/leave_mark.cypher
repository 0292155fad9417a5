// Record that something was done once to the whole graph
// :param mark string  What was done
// :returns table
// :columns left integer
MERGE (mark:Mark {id: $mark})
RETURN count(mark) AS left
