// The number of relationships of each type
// :returns table
// :record TypeCount type string, relationships integer
MATCH ()-[link]->()
RETURN type(link) AS type, count(link) AS relationships
ORDER BY type
