// Release of the graph's shape, and the version of the program that brought it there
// :returns table
// :columns release integer, version string
MATCH (mark:Mark {id: 'release of the graph'})
RETURN mark.release AS release, mark.version AS version
