// Stop watching a saved query
// :param id string  The watch
// :param author string  The analyst who watches
// :returns table
// :columns ended integer
MATCH (watch:Watch {id: $id})
WHERE watch.author = $author
DETACH DELETE watch
RETURN count(*) AS ended
