// The names of two entities
// Expects first and second, ids; leaves them with first_name and second_name, and whatever else there was.
CALL (first) {
  MATCH (entity:Country {id: first}) RETURN entity.name AS first_name
  UNION
  MATCH (entity:Actor {id: first}) RETURN entity.name AS first_name
}
CALL (second) {
  MATCH (entity:Country {id: second}) RETURN entity.name AS second_name
  UNION
  MATCH (entity:Actor {id: second}) RETURN entity.name AS second_name
}
