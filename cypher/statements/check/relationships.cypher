// Relationships of each type
// How much the graph holds, counted one by one.
// :returns table
// :columns type string, relationships integer
MATCH ()-[link]->()
RETURN type(link) AS type, count(link) AS relationships
ORDER BY type
