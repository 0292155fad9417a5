// Find entities by name
// :title id Cari entitas menurut nama
// Any spelling in any language. An identical name comes first, then a name that begins with the text, then a name with
// a word that begins with it; among equals the best connected come first.
// :param text name  A name or the beginning of one
// :param kinds strings = null  Only entities of these kinds, such as country or person
// :param lens lens = trusted  Which ties count for the ranking
// :param limit integer = 12  Maximum number of entities
// :use level
// :returns table
// :record FoundEntity id id, name name, kind kind, country id?, alias string, ties integer
MATCH (alias:Alias)
WHERE $text <> '' AND (alias.key STARTS WITH $text OR alias.key CONTAINS ' ' + $text)
MATCH (alias)-[:NAMES]->(entity)
WHERE $kinds IS NULL OR entity.kind IN $kinds
WITH entity, alias, CASE WHEN alias.key = $text THEN 0 WHEN alias.key STARTS WITH $text THEN 1 ELSE 2 END AS rank
ORDER BY rank, size(alias.key), alias.key
WITH entity, min(rank) AS rank, collect(alias.text) AS spellings
WITH entity, rank, spellings,
     COUNT { MATCH (entity)-[:INITIATES]->(tie:Tie {level: $level}) WHERE $lens IN tie.lenses }
     + COUNT { MATCH (entity)<-[:REACHES]-(tie:Tie {level: $level}) WHERE $lens IN tie.lenses } AS ties
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.country AS country,
       spellings[0] AS alias, ties
ORDER BY rank, ties DESC, id
LIMIT $limit
