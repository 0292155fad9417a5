// What entities count for at a level
// One row for each entity, in their order. `shown` is the entity with which it was merged, or its own id; `meant` is the
// same if it counts for itself.
// :title id Apa yang diwakili entitas pada suatu tingkat
// :param entities entities  The entities
// :use level
// :returns table
// :record CountedFor entity id, shown id, name name?, meant id, meant_name name?
UNWIND range(0, size($entities) - 1) AS place
WITH place, $entities[place] AS asked
CALL (asked) {
  // :part counts_for
  RETURN shown, meant
}
OPTIONAL MATCH (shown_country:Country {id: shown})
OPTIONAL MATCH (shown_actor:Actor {id: shown})
OPTIONAL MATCH (meant_country:Country {id: meant})
OPTIONAL MATCH (meant_actor:Actor {id: meant})
RETURN asked AS entity, shown, coalesce(shown_country.name, shown_actor.name) AS name, meant,
       coalesce(meant_country.name, meant_actor.name) AS meant_name
ORDER BY place
