// What has notes: ties, entities and articles, and the ties of claims with notes
// :param tags strings = null  Only notes with one of these tags
// :param limit integer = 5000  Maximum number of ids
// :returns table
// :record Noted id id
MATCH (note:Note)
WHERE note.latest AND NOT note.withdrawn AND ($tags IS NULL OR any(tag IN note.tags WHERE tag IN $tags))
WITH DISTINCT note.target AS target
OPTIONAL MATCH (claim:Claim {id: target})-[:ASSERTS]->(assertion)-[:FORMS|DENIES]->(tie:Tie)
WITH target, collect(DISTINCT tie.id) AS ties
UNWIND ties + [target] AS id
RETURN DISTINCT id
ORDER BY id
LIMIT $limit
