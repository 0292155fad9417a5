// Whether something was done once to the whole graph
// :param mark string  What was done
// :returns table
// :columns mark id
MATCH (mark:Mark {id: $mark})
RETURN mark.id AS mark
