// Record the release of the graph's shape
// :param release integer  Release of the shape
// :param version string  Version of the program
// :returns table
// :columns left integer
MERGE (mark:Mark {id: 'release of the graph'})
SET mark.release = $release, mark.version = $version
RETURN count(mark) AS left
