// All countries and actors, with what the overview shows of them
// Merged actors are among them; no tie leads to them.
// :returns table
// :record PlainEntity id id, name name, kind kind, country id?
MATCH (country:Country)
RETURN country.id AS id, country.name AS name, country.kind AS kind, country.id AS country
UNION ALL
MATCH (actor:Actor)
RETURN actor.id AS id, actor.name AS name, actor.kind AS kind, actor.country AS country
