// The names of entities in one language
// Only entities that have such a name.
// :param language string  A language code such as `id`
// :returns table
// :record LocalName name name, local string
CALL () {
  MATCH (country:Country) WHERE country.names IS NOT NULL RETURN country.name AS name, country.names AS names
  UNION
  MATCH (actor:Actor) WHERE size(actor.names) > 0 RETURN actor.name AS name, actor.names AS names
}
UNWIND names AS stored
WITH name, stored WHERE stored STARTS WITH $language + ':'
RETURN name, min(substring(stored, size($language) + 1)) AS local
ORDER BY name
