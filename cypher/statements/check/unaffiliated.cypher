// Actors that do not say yet what they act for
// `serves` is an organisation or armed group in which the actor holds an office.
// :param limit integer = 1000  Maximum number of actors
// :returns table
// :record UnaffiliatedEntity id id, kind kind, country id?, serves id?
MATCH (actor:Actor)
WHERE actor.acts_for IS NULL
WITH actor
ORDER BY actor.id
LIMIT $limit
RETURN actor.id AS id, actor.kind AS kind, actor.country AS country,
       head(COLLECT {
         MATCH (actor)-[:SUBJECT_OF]->(office:Relation {relation_type: 'holds_office'})-[:HAS_OBJECT]->(body:Actor)
         WHERE body.kind IN ['organisation', 'armed_group']
         RETURN body.id ORDER BY body.id
       }) AS serves
ORDER BY id
