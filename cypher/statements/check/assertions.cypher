// One page of events or relations with their parties, in the order of their ids
// :param kind string  Event or Relation
// :param after string = null  The id of the last one of the page before
// :param limit integer = 1000  Maximum number of them
// :returns table
// :record ListedAssertion
CALL () {
  MATCH (event:Event) WHERE $kind = 'Event' AND ($after IS NULL OR event.id > $after)
  RETURN event AS assertion ORDER BY event.id LIMIT $limit
  UNION
  MATCH (relation:Relation) WHERE $kind = 'Relation' AND ($after IS NULL OR relation.id > $after)
  RETURN relation AS assertion ORDER BY relation.id LIMIT $limit
}
WITH assertion
ORDER BY assertion.id
// :part return_assertions
ORDER BY id
