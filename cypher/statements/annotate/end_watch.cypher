// Keep an eye on a saved query no longer
// :param id string  The watch
// :param author string  Whose it is
// :returns table
// :columns ended integer
MATCH (watch:Watch {id: $id})
WHERE watch.author = $author
DETACH DELETE watch
RETURN count(*) AS ended
